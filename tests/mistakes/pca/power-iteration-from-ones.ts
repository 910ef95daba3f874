// Wrong on rare input: each power iteration starts from ones, which may be at right angles to the component that is sought.
function mean(X: number[][]): number[] {
  const total = X.reduce((acc, row) => acc.map((s, j) => s + row[j]));
  return total.map(s => s / X.length);
}

function validate(X: number[][]): void {
  if (X.length < 2) throw new RangeError('rows');
  const [{ length }] = X;
  if (X.some(row => row.length !== length)) throw new TypeError('columns');
}

export function covariance(X: number[][]): number[][] {
  validate(X);
  const m = mean(X);
  const result: number[][] = [];
  for (let i = 0; i < m.length; i++) {
    result.push([]);
    for (let j = 0; j < m.length; j++) {
      let s = 0;
      for (const row of X) s += (row[i] - m[i]) * (row[j] - m[j]);
      result[i].push(s / (X.length - 1));
    }
  }
  return result;
}

function normalised(v: number[]): number[] {
  const l = Math.sqrt(v.reduce((s, x) => s + x * x, 0));
  return l === 0 ? v : v.map(x => x / l);
}

function power(C: number[][]): number[] {
  let v = normalised(C.map(() => 1));
  for (let i = 0; i < 500; i++)
    v = normalised(C.map(row => row.reduce((s, c, j) => s + c * v[j], 0)));
  return v;
}

export function pca(
  X: number[][],
  k: number,
): {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
} {
  const C = covariance(X);
  if (k < 1 || k > C.length || k > X.length - 1) throw new RangeError('k');
  if (X.every(row => row.every((x, j) => x === X[0][j]))) throw new RangeError('constant');
  const trace = C.reduce((s, row, i) => s + row[i], 0);
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  for (let c = 0; c < k; c++) {
    const v = power(C);
    const lambda = v.reduce((s, x, i) => s + x * C[i].reduce((t, a, j) => t + a * v[j], 0), 0);
    C.forEach((row, i) => row.forEach((_, j) => (row[j] -= lambda * v[i] * v[j])));
    const biggest = v.reduce((a, b) => (Math.abs(a) >= Math.abs(b) ? a : b));
    components.push(biggest >= 0 ? v : v.map(x => -x));
    explainedVariance.push(lambda);
  }
  return {
    mean: mean(X),
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(l => l / trace),
  };
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const check = (v: number[]) => {
    if (v.length !== model.mean.length) throw new TypeError('width');
  };
  X.forEach(check);
  model.components.forEach(check);
  return X.map(row =>
    model.components.map(v => {
      let s = 0;
      for (let j = 0; j < v.length; j++) s += v[j] * (row[j] - model.mean[j]);
      return s;
    }),
  );
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  if (model.components.some(v => v.length !== model.mean.length)) throw new TypeError('width');
  if (scores.some(s => s.length !== model.components.length)) throw new TypeError('scores');
  return scores.map(s =>
    model.mean.map((m, j) => s.reduce((x, t, c) => x + t * model.components[c][j], m)),
  );
}
