// Gives the singular values of the centred rows instead of variances.
function svd(Z: number[][]) {
  const d = Z[0].length;
  const U = Z[0].map((_, j) => Z.map(r => r[j]));
  const V = U.map((_, i) => U.map((_, j) => (i === j ? 1 : 0)));
  const ip = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0);
  for (let sweep = 0; sweep < 40; sweep++) {
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const angle = 0.5 * Math.atan2(2 * ip(U[p], U[q]), ip(U[q], U[q]) - ip(U[p], U[p]));
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const M of [U, V]) {
          const [a, b] = [M[p], M[q]];
          M[p] = a.map((x, i) => c * x - s * b[i]);
          M[q] = a.map((x, i) => s * x + c * b[i]);
        }
      }
    }
  }
  return U.map((u, j) => ({ s: Math.sqrt(ip(u, u)), v: V[j] })).sort((a, b) => b.s - a.s);
}
function prepare(X: number[][]) {
  if (X.length < 2) throw new RangeError('fewer than two rows');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged');
  const mean = X[0].map((_, j) => X.map(r => r[j]).reduce((a, b) => a + b) / X.length);
  return { mean, Z: X.map(r => r.map((x, j) => x - mean[j])) };
}
export function covariance(X: number[][]): number[][] {
  const { Z, mean } = prepare(X);
  return mean.map((_, i) =>
    mean.map((_, j) => Z.reduce((s, z) => s + z[i] * z[j], 0) / (Z.length - 1)),
  );
}
export function pca(X: number[][], k: number) {
  const { Z, mean } = prepare(X);
  if (k < 1 || k > Math.min(Z.length - 1, mean.length)) throw new RangeError('k');
  const all = svd(Z);
  if (all[0].s === 0) throw new RangeError('no spread');
  const total = all.reduce((s, p) => s + p.s ** 2, 0);
  const top = all.slice(0, k);
  return {
    mean,
    components: top.map(({ v }) => {
      const b = v.reduce((x, y) => (Math.abs(y) > Math.abs(x) ? y : x));
      return v.map(x => (b < 0 ? -x : x));
    }),
    explainedVariance: top.map(p => p.s),
    explainedVarianceRatio: top.map(p => p.s ** 2 / total),
  };
}
type M = { mean: number[]; components: number[][] };
export const transform = (X: number[][], { mean, components }: M) => {
  if (X.concat(components).some(r => r.length !== mean.length)) throw new TypeError('width');
  return X.map(r => components.map(v => v.reduce((s, w, j) => s + w * (r[j] - mean[j]), 0)));
};
export const inverseTransform = (S: number[][], { mean, components }: M) => {
  if (components.some(r => r.length !== mean.length)) throw new TypeError('width');
  if (S.some(r => r.length !== components.length)) throw new TypeError('width');
  return S.map(r => mean.map((m, j) => r.reduce((x, s, i) => x + s * components[i][j], m)));
};
