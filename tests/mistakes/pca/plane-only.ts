// The closed form for two features, as in the example.
type Model = { mean: number[]; components: number[][] };
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged');
  const n = X.length;
  const mx = X.reduce((s, r) => s + r[0], 0) / n;
  const my = X.reduce((s, r) => s + r[1], 0) / n;
  let [a, b, c] = [0, 0, 0];
  for (const [x, y] of X) {
    a += (x - mx) ** 2 / (n - 1);
    b += ((x - mx) * (y - my)) / (n - 1);
    c += (y - my) ** 2 / (n - 1);
  }
  return [[a, b], [b, c]]; // biome-ignore format: a matrix in one row
}
export function pca(X: number[][], k: number) {
  const [[a, b], [, c]] = covariance(X);
  if (k < 1 || k > 2 || k > X.length - 1) throw new RangeError('k');
  if (a + c === 0) throw new RangeError('flat');
  const root = Math.sqrt((a - c) ** 2 / 4 + b * b);
  const values = [(a + c) / 2 + root, (a + c) / 2 - root].slice(0, k);
  const components = values.map(value => {
    const v = Math.abs(value - a) > Math.abs(value - c) ? [b, value - a] : [value - c, b];
    const l =
      Math.hypot(...v) * (Math.abs(v[0]) > Math.abs(v[1]) ? Math.sign(v[0]) : Math.sign(v[1]));
    return [v[0] / l, v[1] / l];
  });
  return {
    mean: [0, 1].map(j => X.reduce((s, r) => s + r[j], 0) / X.length),
    components,
    explainedVariance: values,
    explainedVarianceRatio: values.map(v => v / (a + c)),
  };
}
export function transform(X: number[][], { mean, components }: Model) {
  if (X.some(r => r.length !== mean.length)) throw new TypeError('rows');
  if (components.some(r => r.length !== mean.length)) throw new TypeError('components');
  return X.map(([x, y]) => components.map(([u, v]) => (x - mean[0]) * u + (y - mean[1]) * v));
}
export function inverseTransform(S: number[][], { mean, components }: Model) {
  if (S.some(s => s.length !== components.length)) throw new TypeError('scores');
  if (components.some(r => r.length !== mean.length)) throw new TypeError('components');
  return S.map(s => [0, 1].map(j => s.reduce((t, x, c) => t + x * components[c][j], mean[j])));
}
