// Takes the means out of the caller's own rows.
function takeMeanOut(X: number[][]): number[] {
  if (X.length < 2) throw new RangeError('rows');
  const d = X[0].length;
  if (X.some(r => r.length !== d)) throw new TypeError('width');
  const m: number[] = [];
  for (let j = 0; j < d; j++) {
    let s = 0;
    for (const r of X) s += r[j];
    m.push(s / X.length);
    for (const r of X) r[j] -= m[j];
  }
  return m;
}
function gram(Z: number[][]) {
  return Z[0].map((_, i) =>
    Z[0].map((_, j) => Z.reduce((s, z) => s + z[i] * z[j], 0) / (Z.length - 1)),
  );
}
export function covariance(X: number[][]): number[][] {
  takeMeanOut(X);
  return gram(X);
}
export function pca(X: number[][], k: number) {
  const mean = takeMeanOut(X);
  const C = gram(X);
  const d = C.length;
  if (k < 1 || k > d || k > X.length - 1) throw new RangeError('k');
  const total = C.reduce((s, r, i) => s + r[i], 0);
  if (total === 0) throw new RangeError('flat');
  const E = C.map((_, i) => C.map((_, j) => (i === j ? 1 : 0)));
  for (let n = 0; n < 40; n++) {
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const a = Math.atan2(2 * C[p][q], C[p][p] - C[q][q]) / 2;
        const [c, s] = [Math.cos(a), Math.sin(a)];
        for (const row of [...C, ...E]) {
          const x = row[p];
          row[p] = c * x + s * row[q];
          row[q] = c * row[q] - s * x;
        }
        for (let j = 0; j < d; j++) {
          const x = C[p][j];
          C[p][j] = c * x + s * C[q][j];
          C[q][j] = c * C[q][j] - s * x;
        }
      }
    }
  }
  const order = C.map((r, i) => [r[i], i])
    .sort((a, b) => b[0] - a[0])
    .slice(0, k);
  return {
    mean,
    components: order.map(([, i]) => {
      const v = E.map(r => r[i]);
      return Math.max(...v) > -Math.min(...v) ? v : v.map(x => -x);
    }),
    explainedVariance: order.map(([value]) => value),
    explainedVarianceRatio: order.map(([value]) => value / total),
  };
}
export function transform(X: number[][], m: { mean: number[]; components: number[][] }) {
  if (X.concat(m.components).some(r => r.length !== m.mean.length)) throw new TypeError('width');
  return X.map(r => m.components.map(c => c.reduce((s, w, j) => s + w * (r[j] - m.mean[j]), 0)));
}
export function inverseTransform(S: number[][], m: { mean: number[]; components: number[][] }) {
  if (m.components.some(r => r.length !== m.mean.length)) throw new TypeError('width');
  if (S.some(r => r.length !== m.components.length)) throw new TypeError('width');
  return S.map(r => m.mean.map((x, j) => r.reduce((s, z, c) => s + z * m.components[c][j], x)));
}
