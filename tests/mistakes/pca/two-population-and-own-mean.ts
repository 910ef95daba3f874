// Divides by n, and centres new rows by their own mean wherever there are several of them.
const mean1 = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
const columns = (X: number[][]) => X[0].map((_, j) => X.map(r => r[j]));
function sizes(X: number[][], d: number) {
  X.forEach(r => {
    if (r.length !== d) throw new TypeError('size');
  });
}
export function covariance(X: number[][]) {
  if (X.length < 2) throw new RangeError('few');
  sizes(X, X[0].length);
  const cs = columns(X).map(c => c.map(x => x - mean1(c)));
  return cs.map(a => cs.map(b => mean1(a.map((x, i) => x * b[i]))));
}
export function pca(X: number[][], k: number) {
  const C = covariance(X);
  const d = C.length;
  if (k < 1 || k > d || k > X.length - 1) throw new RangeError('k');
  const total = C.reduce((s, r, i) => s + r[i], 0);
  if (total === 0) throw new RangeError('still');
  const basis: { v: number[]; value: number }[] = [];
  const image = (v: number[]) => C.map(r => r.reduce((s, x, j) => s + x * v[j], 0));
  for (let c = 0; c < k; c++) {
    let v = C.map((_, j) => Math.cos(3 * j + c + 0.3));
    for (let t = 0; t < 600; t++) {
      v = image(v);
      for (const b of basis) {
        const a = b.v.reduce((s, x, j) => s + x * v[j], 0);
        v = v.map((x, j) => x - a * b.v[j]);
      }
      const l = Math.hypot(...v);
      v = v.map(x => x / l);
    }
    basis.push({ v, value: image(v).reduce((s, x, j) => s + x * v[j], 0) });
  }
  return {
    mean: columns(X).map(mean1),
    components: basis.map(({ v }) => {
      const m = Math.max(...v.map(Math.abs));
      return v.some(x => x === m) ? v : v.map(x => -x);
    }),
    explainedVariance: basis.map(b => b.value),
    explainedVarianceRatio: basis.map(b => b.value / total),
  };
}
export function transform(
  X: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) {
  sizes(X, mean.length);
  sizes(components, mean.length);
  const m = X.length > 1 ? columns(X).map(mean1) : mean;
  return X.map(r => components.map(c => c.reduce((s, w, j) => s + w * (r[j] - m[j]), 0)));
}
export function inverseTransform(
  S: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) {
  sizes(components, mean.length);
  sizes(S, components.length);
  return S.map(s => mean.map((m, j) => m + components.reduce((t, c, i) => t + c[j] * s[i], 0)));
}
