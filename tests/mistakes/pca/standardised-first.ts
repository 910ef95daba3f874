// Divides every feature by its standard deviation before anything else.
interface Fit {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
}
function stats(X: number[][]) {
  if (X.length < 2) throw new RangeError('n');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('d');
  const mean = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  const variance = mean.map((m, j) => X.reduce((s, r) => s + (r[j] - m) ** 2, 0) / (X.length - 1));
  return { mean, sd: variance.map(v => Math.sqrt(v) || 1) };
}
export function covariance(X: number[][]): number[][] {
  const { mean, sd } = stats(X);
  const Z = X.map(r => r.map((x, j) => (x - mean[j]) / sd[j]));
  return mean.map((_, i) =>
    mean.map((_, j) => Z.reduce((s, z) => s + z[i] * z[j], 0) / (X.length - 1)),
  );
}
export function pca(X: number[][], k: number): Fit {
  const { mean } = stats(X);
  let R = covariance(X);
  const d = mean.length;
  const total = R.reduce((s, r, i) => s + r[i], 0);
  if (!(k >= 1 && k <= d && k < X.length)) throw new RangeError('k');
  if (total === 0) throw new RangeError('no variance');
  const fit: Fit = { mean, components: [], explainedVariance: [], explainedVarianceRatio: [] };
  while (fit.components.length < k) {
    let v: number[] = Array.from({ length: d }, (_, i) => 1 / (i + 1.7));
    let value = 0;
    for (let t = 0; t < 2000; t++) {
      const u = R.map(r => r.reduce((s, x, j) => s + x * v[j], 0));
      value = Math.hypot(...u);
      v = u.map(x => x / value);
    }
    const m = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    fit.components.push(v.map(x => x * Math.sign(m)));
    fit.explainedVariance.push(value);
    fit.explainedVarianceRatio.push(value / total);
    R = R.map((r, i) => r.map((x, j) => x - value * v[i] * v[j]));
  }
  return fit;
}
export function transform(X: number[][], { mean, components }: Pick<Fit, 'mean' | 'components'>) {
  if ([...X, ...components].some(r => r.length !== mean.length)) throw new TypeError('width');
  return X.map(r => components.map(c => c.reduce((s, w, j) => s + w * (r[j] - mean[j]), 0)));
}
export function inverseTransform(
  S: number[][],
  { mean, components }: Pick<Fit, 'mean' | 'components'>,
) {
  if (components.some(c => c.length !== mean.length)) throw new TypeError('width');
  if (S.some(s => s.length !== components.length)) throw new TypeError('scores');
  return S.map(s => mean.map((m, j) => components.reduce((x, c, i) => x + s[i] * c[j], m)));
}
