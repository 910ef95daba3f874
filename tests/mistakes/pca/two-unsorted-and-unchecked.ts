// Takes the eigenpairs in the order in which Jacobi leaves them, and checks no widths.
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('need more rows');
  const mu = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  return mu.map((_, i) =>
    mu.map((_, j) => X.reduce((s, r) => s + (r[i] - mu[i]) * (r[j] - mu[j]), 0) / (X.length - 1)),
  );
}
export function pca(X: number[][], k: number) {
  const A = covariance(X);
  const d = A.length;
  if (k < 1 || k > d || k > X.length - 1) throw new RangeError('k');
  const total = A.reduce((s, r, i) => s + r[i], 0);
  if (total === 0) throw new RangeError('zero variance');
  const V = A.map((_, i) => A.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < d; p++)
      for (let q = p + 1; q < d; q++) {
        if (A[p][q] === 0) continue;
        const tau = (A[q][q] - A[p][p]) / (2 * A[p][q]);
        const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(tau * tau + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let i = 0; i < d; i++) {
          const x = A[i][p];
          A[i][p] = c * x - s * A[i][q];
          A[i][q] = s * x + c * A[i][q];
        }
        for (let i = 0; i < d; i++) {
          const x = A[p][i];
          A[p][i] = c * x - s * A[q][i];
          A[q][i] = s * x + c * A[q][i];
          const y = V[i][p];
          V[i][p] = c * y - s * V[i][q];
          V[i][q] = s * y + c * V[i][q];
        }
      }
  const first = Array.from({ length: k }, (_, i) => i);
  return {
    mean: X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length),
    components: first.map(i => {
      const v = V.map(r => r[i]);
      const at = v.reduce((b, x, j) => (Math.abs(x) > Math.abs(v[b]) ? j : b), 0);
      return v.map(x => (v[at] < 0 ? -x : x));
    }),
    explainedVariance: first.map(i => A[i][i]),
    explainedVarianceRatio: first.map(i => A[i][i] / total),
  };
}
export const transform = (
  X: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) => X.map(r => components.map(c => c.reduce((s, w, j) => s + w * (r[j] - mean[j]), 0)));
export const inverseTransform = (
  S: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) => S.map(s => mean.map((m, j) => s.reduce((t, x, c) => t + x * components[c][j], m)));
