// Subtracts vvᵀ instead of variance · vvᵀ, and takes magnitudes for variances.
const d0t = (a: number[], b: number[]) => {
  let s = 0;
  a.forEach((x, i) => {
    s += x * b[i];
  });
  return s;
};
const widths = (M: number[][], w: number) => M.every(r => r.length === w);
export function covariance(X: number[][]): number[][] {
  const n = X.length;
  if (n < 2) throw new RangeError('n');
  if (!widths(X, X[0].length)) throw new TypeError('d');
  const mean = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / n);
  const Z = X.map(r => r.map((x, j) => x - mean[j]));
  return mean.map((_, i) => mean.map((_, j) => Z.reduce((s, z) => s + z[i] * z[j], 0) / (n - 1)));
}
export function pca(X: number[][], k: number) {
  const C = covariance(X);
  let D = C;
  const total = C.reduce((s, r, i) => s + r[i], 0);
  if (k < 1 || k > Math.min(X.length - 1, C.length)) throw new RangeError('k');
  if (total === 0) throw new RangeError('total');
  const components: number[][] = [];
  for (let c = 0; c < k; c++) {
    const M = D;
    const runs = M.map((_, a) => {
      let v = M.map((_, j) => Number(j === a) + 0.01);
      for (let t = 0; t < 500; t++) {
        const u = M.map(r => d0t(r, v));
        const l = Math.sqrt(d0t(u, u)) || 1;
        v = u.map(x => x / l);
      }
      return v;
    });
    const size = (v: number[]) => d0t(v, M.map(r => d0t(r, v))); // biome-ignore format: one row
    const v = runs.reduce((a, b) => (size(b) > size(a) ? b : a));
    components.push(v);
    D = M.map((r, i) => r.map((x, j) => x - v[i] * v[j]));
  }
  const explainedVariance = components.map(v => Math.abs(d0t(v, C.map(r => d0t(r, v))))); // biome-ignore format: one row
  return {
    mean: X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length),
    components: components.map(v => {
      const at = v.reduce((b, x, i) => (Math.abs(x) > Math.abs(v[b]) ? i : b), 0);
      return v[at] < 0 ? v.map(x => -x) : v;
    }),
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(x => x / total),
  };
}
type Model = { mean: number[]; components: number[][] };
export function transform(X: number[][], { mean, components }: Model) {
  if (!widths(X, mean.length) || !widths(components, mean.length)) throw new TypeError('w');
  return X.map(r => components.map(c => d0t(c, r) - d0t(c, mean)));
}
export function inverseTransform(S: number[][], { mean, components }: Model) {
  if (!widths(S, components.length) || !widths(components, mean.length)) throw new TypeError('w');
  return S.map(s => mean.map((m, j) => m + d0t(s, components.map(c => c[j])))); // biome-ignore format: one row
}
