// Leaves features without variance out, so that its rows become shorter.
const total = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
const varies = (X: number[][]) => {
  const live = X[0].map((_, j) => X.some(r => r[j] !== X[0][j]));
  return X.map(r => r.filter((_, j) => live[j]));
};
function ok(X: number[][]) {
  if (X.length < 2) throw new RangeError('rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('columns');
}
const mean = (X: number[][]) => X[0].map((_, j) => total(X.map(r => r[j])) / X.length);
export function covariance(X: number[][]): number[][] {
  ok(X);
  const m = mean(X);
  return m.map((_, i) =>
    m.map((_, j) => total(X.map(r => (r[i] - m[i]) * (r[j] - m[j]))) / (X.length - 1)),
  );
}
export function pca(given: number[][], k: number) {
  ok(given);
  const X = varies(given);
  if (X[0].length === 0) throw new RangeError('nothing varies');
  if (k < 1 || k > given[0].length || k > X.length - 1) throw new RangeError('k');
  let C = covariance(X);
  const all = total(C.map((r, i) => r[i]));
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  for (let c = 0; c < k; c++) {
    let P = C;
    for (let i = 0; i < 50; i++) {
      const m = Math.max(...P.flat().map(Math.abs));
      const S = P.map(r => r.map(x => x / m));
      P = S.map(a => S.map(b => total(a.map((x, j) => x * b[j]))));
    }
    const rows = P.map(r => ({ r, size: Math.hypot(...r) })).sort((a, b) => b.size - a.size);
    const peak = rows[0].r.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    const v = rows[0].r.map(x => (x * Math.sign(peak)) / rows[0].size);
    const value = total(v.map((x, i) => x * total(C[i].map((y, j) => y * v[j]))));
    components.push(v);
    explainedVariance.push(value);
    C = C.map((r, i) => r.map((x, j) => x - value * v[i] * v[j]));
  }
  return {
    mean: mean(X),
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(v => v / all),
  };
}
type Model = { mean: number[]; components: number[][] };
export function transform(X: number[][], { mean, components }: Model) {
  if ([...X, ...components].some(r => r.length !== mean.length)) throw new TypeError('width');
  return X.map(r => components.map(c => total(c.map((w, j) => w * (r[j] - mean[j])))));
}
export function inverseTransform(S: number[][], { mean, components }: Model) {
  if (components.some(r => r.length !== mean.length)) throw new TypeError('width');
  if (S.some(r => r.length !== components.length)) throw new TypeError('width');
  return S.map(s => mean.map((m, j) => m + total(s.map((x, c) => x * components[c][j]))));
}
