// Wrong, twice: transform centres rows with their own mean, and the first entry of a component is made positive instead of the largest.
interface Decomposition {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
}

function averages(X: number[][], d: number): number[] {
  const m = new Array<number>(d).fill(0);
  for (const row of X) for (let j = 0; j < d; j++) m[j] += row[j] / X.length;
  return m;
}

function table(X: number[][]): number {
  if (X.length < 2) throw new RangeError('too few rows');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('uneven rows');
  return X[0].length;
}

export function covariance(X: number[][]): number[][] {
  const d = table(X);
  const m = averages(X, d);
  const C = Array.from({ length: d }, () => new Array<number>(d).fill(0));
  for (const row of X) {
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) C[i][j] += (row[i] - m[i]) * (row[j] - m[j]);
  }
  for (const line of C) for (let j = 0; j < d; j++) line[j] /= X.length - 1;
  return C;
}

/** Orthogonal iteration on all axes at once. */
function subspace(C: number[][]): number[][] {
  const d = C.length;
  let Q = C.map((_, i) => C.map((__, j) => (i === j ? 1 : 0) + 1e-3 * Math.sin(1 + i * d + j)));
  for (let round = 0; round < 600; round++) {
    const next: number[][] = [];
    for (const q of Q) {
      let v = C.map(row => row.reduce((s, c, j) => s + c * q[j], 0));
      if (Math.hypot(...v) < 1e-14 * Math.hypot(...C.flat())) v = q;
      for (let pass = 0; pass < 2; pass++) {
        for (const u of next) {
          const part = v.reduce((s, x, i) => s + x * u[i], 0);
          v = v.map((x, i) => x - part * u[i]);
        }
      }
      const length = Math.hypot(...v) || 1;
      next.push(v.map(x => x / length));
    }
    Q = next;
  }
  return Q;
}

export function pca(X: number[][], k: number): Decomposition {
  const d = table(X);
  if (k < 1 || k > d || k > X.length - 1) throw new RangeError('k');
  if (X.every(row => row.every((x, j) => x === X[0][j]))) throw new RangeError('equal rows');
  const C = covariance(X);
  const out: Decomposition = {
    mean: averages(X, d),
    components: [],
    explainedVariance: [],
    explainedVarianceRatio: [],
  };
  const trace = C.reduce((s, row, i) => s + row[i], 0);
  for (const q of subspace(C).slice(0, k)) {
    const lambda = q.reduce((s, x, i) => s + x * C[i].reduce((t, c, j) => t + c * q[j], 0), 0);
    const first = q.find(x => Math.abs(x) > 1e-9) ?? 1;
    out.components.push(first < 0 ? q.map(x => -x) : q);
    out.explainedVariance.push(lambda);
    out.explainedVarianceRatio.push(lambda / trace);
  }
  return out;
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const d = model.mean.length;
  for (const list of [...X, ...model.components])
    if (list.length !== d) throw new TypeError('width');
  const own = averages(X, d);
  return X.map(row =>
    model.components.map(v => v.reduce((s, x, j) => s + x * (row[j] - own[j]), 0)),
  );
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const { mean, components } = model;
  for (const v of components) if (v.length !== mean.length) throw new TypeError('width');
  return scores.map(t => {
    if (t.length !== components.length) throw new TypeError('scores');
    return mean.map((m, j) => components.reduce((s, v, c) => s + t[c] * v[j], m));
  });
}
