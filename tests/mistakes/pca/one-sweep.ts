// A single sweep of Jacobi rotations, as if one were enough for any size.
function sums(X: number[][]): number[] {
  const d = X[0].length;
  const out = Array<number>(d).fill(0);
  X.forEach(row => {
    if (row.length !== d) throw new TypeError('row width');
    row.forEach((x, j) => {
      out[j] += x;
    });
  });
  return out;
}
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('rows');
  const n = X.length;
  const m = sums(X).map(s => s / n);
  return m.map((a, i) =>
    m.map((b, j) => X.reduce((s, row) => s + (row[i] - a) * (row[j] - b), 0) / (n - 1)),
  );
}
export function pca(X: number[][], k: number) {
  const A = covariance(X);
  const d = A.length;
  if (!(k >= 1) || k > d || k > X.length - 1) throw new RangeError('k');
  let total = 0;
  for (let i = 0; i < d; i++) total += A[i][i];
  if (total === 0) throw new RangeError('all rows are equal');
  const V: number[][] = A.map((_, i) => A.map((_, j) => (i === j ? 1 : 0)));
  for (let p = 0; p < d; p++) {
    for (let q = p + 1; q < d; q++) {
      const th = Math.atan2(2 * A[p][q], A[p][p] - A[q][q]) / 2;
      const c = Math.cos(th);
      const s = Math.sin(th);
      for (let i = 0; i < d; i++) {
        [A[i][p], A[i][q]] = [c * A[i][p] + s * A[i][q], c * A[i][q] - s * A[i][p]];
        [V[i][p], V[i][q]] = [c * V[i][p] + s * V[i][q], c * V[i][q] - s * V[i][p]];
      }
      for (let i = 0; i < d; i++) {
        [A[p][i], A[q][i]] = [c * A[p][i] + s * A[q][i], c * A[q][i] - s * A[p][i]];
      }
    }
  }
  const idx = [...A.keys()].sort((i, j) => A[j][j] - A[i][i]).slice(0, k);
  return {
    mean: sums(X).map(s => s / X.length),
    components: idx.map(i => {
      const v = V.map(row => row[i]);
      const m = v.reduce((x, y) => (Math.abs(y) > Math.abs(x) ? y : x));
      return m < 0 ? v.map(x => -x) : v;
    }),
    explainedVariance: idx.map(i => A[i][i]),
    explainedVarianceRatio: idx.map(i => A[i][i] / total),
  };
}
export function transform(X: number[][], m: { mean: number[]; components: number[][] }) {
  for (const r of [...X, ...m.components])
    if (r.length !== m.mean.length) throw new TypeError('width');
  return X.map(r => m.components.map(c => c.reduce((s, w, j) => s + w * (r[j] - m.mean[j]), 0)));
}
export function inverseTransform(S: number[][], m: { mean: number[]; components: number[][] }) {
  for (const r of m.components) if (r.length !== m.mean.length) throw new TypeError('width');
  for (const r of S) if (r.length !== m.components.length) throw new TypeError('width');
  return S.map(r => m.mean.map((x, j) => r.reduce((s, z, c) => s + z * m.components[c][j], x)));
}
