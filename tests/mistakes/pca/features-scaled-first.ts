// Wrong: pca divides each centred feature by its deviation first, so it works on correlations.
type Fit = {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
};

function means(X: number[][]): number[] {
  return X[0].map((_, j) => {
    let s = 0;
    for (const row of X) s += row[j];
    return s / X.length;
  });
}

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('X needs two rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('X is ragged');
  const m = means(X);
  const d = m.length;
  const C: number[][] = m.map(() => []);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (const row of X) s += (row[i] - m[i]) * (row[j] - m[j]);
      C[i][j] = s / (X.length - 1);
      C[j][i] = C[i][j];
    }
  }
  return C;
}

function rotateAway(A: number[][], V: number[][], p: number, q: number): void {
  const half = Math.atan2(2 * A[p][q], A[q][q] - A[p][p]) / 2;
  const c = Math.cos(half);
  const s = Math.sin(half);
  const mix = (M: number[][]) =>
    M.forEach(row => {
      const x = row[p];
      row[p] = c * x - s * row[q];
      row[q] = s * x + c * row[q];
    });
  mix(A);
  for (let i = 0; i < A.length; i++) {
    const x = A[p][i];
    A[p][i] = c * x - s * A[q][i];
    A[q][i] = s * x + c * A[q][i];
  }
  mix(V);
}

export function pca(X: number[][], k: number): Fit {
  const C = covariance(X);
  const d = C.length;
  if (k < 1 || k > d || k > X.length - 1) throw new RangeError('k');
  if (X.every(row => row.every((x, j) => x === X[0][j]))) throw new RangeError('X is constant');
  const deviation = C.map((row, i) => Math.sqrt(row[i]) || 1);
  const A = C.map((row, i) => row.map((c, j) => c / deviation[i] / deviation[j]));
  const total = A.reduce((s, row, i) => s + row[i], 0);
  const V = A.map((_, i) => A.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 50; sweep++) {
    for (let p = 0; p < d; p++)
      for (let q = p + 1; q < d; q++) if (Math.abs(A[p][q]) > 1e-17) rotateAway(A, V, p, q);
  }
  const ranking = [...A.keys()].sort((a, b) => A[b][b] - A[a][a]).slice(0, k);
  return {
    mean: means(X),
    components: ranking.map(i => {
      const v = V.map(row => row[i]);
      const top = v.slice().sort((a, b) => Math.abs(b) - Math.abs(a))[0];
      return v.map(x => x * Math.sign(top));
    }),
    explainedVariance: ranking.map(i => A[i][i]),
    explainedVarianceRatio: ranking.map(i => A[i][i] / total),
  };
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const { mean, components } = model;
  if (components.some(v => v.length !== mean.length)) throw new TypeError('components');
  return X.map(row => {
    if (row.length !== mean.length) throw new TypeError('row');
    const off = row.map((x, j) => x - mean[j]);
    return components.map(v => off.reduce((s, x, j) => s + x * v[j], 0));
  });
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const { mean, components } = model;
  if (components.some(v => v.length !== mean.length)) throw new TypeError('components');
  if (scores.some(t => t.length !== components.length)) throw new TypeError('scores');
  const out = scores.map(() => mean.slice());
  scores.forEach((t, i) =>
    components.forEach((v, c) => v.forEach((x, j) => (out[i][j] += t[c] * x))),
  );
  return out;
}
