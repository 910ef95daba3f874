// Believes that there must be more rows than features; a lone feature is refused as well.
const add = (a: number, b: number) => a + b;
function shape(X: number[][]) {
  if (X.length < 2 || X.length <= X[0].length) throw new RangeError('not enough rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged rows');
}
const means = (X: number[][]) => X[0].map((_, j) => X.map(row => row[j]).reduce(add) / X.length);
export function covariance(X: number[][]): number[][] {
  shape(X);
  const m = means(X);
  const entry = (i: number, j: number) =>
    X.map(row => (row[i] - m[i]) * (row[j] - m[j])).reduce(add) / (X.length - 1);
  return m.map((_, i) => m.map((_, j) => entry(i, j)));
}
export function pca(X: number[][], k: number) {
  let C = covariance(X);
  if (k < 1 || k > C.length) throw new RangeError('k');
  const total = C.map((row, i) => row[i]).reduce(add);
  if (total === 0) throw new RangeError('no variance');
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  for (; components.length < k; ) {
    let B = C;
    for (let i = 0; i < 48; i++) {
      const largest = Math.max(...B.map((row, j) => row[j]));
      const S = B.map(row => row.map(x => x / largest));
      B = S.map(row => S.map(col => row.map((x, j) => x * col[j]).reduce(add)));
    }
    const size = (v: number[]) => Math.hypot(...v);
    const row = B.reduce((a, b) => (size(b) > size(a) ? b : a));
    const peak = row.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    const v = row.map(x => (x * Math.sign(peak)) / size(row));
    const value = v.map((x, i) => x * C[i].map((c, j) => c * v[j]).reduce(add)).reduce(add);
    components.push(v);
    explainedVariance.push(value);
    C = C.map((r, i) => r.map((x, j) => x - value * v[i] * v[j]));
  }
  return {
    mean: means(X),
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(x => x / total),
  };
}
type Model = { mean: number[]; components: number[][] };
export function transform(X: number[][], { mean, components }: Model) {
  if ([...X, ...components].some(row => row.length !== mean.length)) throw new TypeError('width');
  return X.map(row => components.map(c => c.map((w, j) => w * (row[j] - mean[j])).reduce(add)));
}
export function inverseTransform(S: number[][], { mean, components }: Model) {
  if (components.some(row => row.length !== mean.length)) throw new TypeError('width');
  if (S.some(row => row.length !== components.length)) throw new TypeError('width');
  return S.map(row => mean.map((m, j) => row.map((s, c) => s * components[c][j]).reduce(add, m)));
}
