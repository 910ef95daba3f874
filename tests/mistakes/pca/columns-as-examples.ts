// Takes every row for a feature and every column for an example.
const flip = (X: number[][]) => X[0].map((_, j) => X.map(r => r[j]));
function guard(X: number[][]) {
  if (X.length < 2) throw new RangeError('n');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged');
}
export function covariance(X: number[][]): number[][] {
  guard(X);
  const Z = X.map(r => {
    const m = r.reduce((a, b) => a + b, 0) / r.length;
    return r.map(x => x - m);
  });
  return Z.map(a => Z.map(b => a.reduce((s, x, i) => s + x * b[i], 0) / Math.max(1, a.length - 1)));
}
export function pca(X: number[][], k: number) {
  guard(X);
  if (k < 1 || k > X[0].length || k > X.length - 1) throw new RangeError('k');
  if (X.every(r => r.join() === X[0].join())) throw new RangeError('equal rows');
  let C = covariance(flip(X).length > 1 ? flip(X) : X);
  const total = C.reduce((s, r, i) => s + r[i], 0);
  const out = {
    mean: flip(X).map(c => c.reduce((a, b) => a + b, 0) / c.length),
    components: [] as number[][],
    explainedVariance: [] as number[],
    explainedVarianceRatio: [] as number[],
  };
  // From here on rows and columns have changed places once more than they should.
  for (let c = 0; c < k; c++) {
    let v = C.map((_, i) => 1 + (i % 3));
    for (let t = 0; t < 300; t++) {
      const u = C.map(r => r.reduce((s, x, j) => s + x * v[j], 0));
      const l = Math.hypot(...u) || 1;
      v = u.map(x => x / l);
    }
    const value = C.map(r => r.reduce((s, x, j) => s + x * v[j], 0)).reduce(
      (s, x, i) => s + x * v[i],
      0,
    );
    out.components.push(v);
    out.explainedVariance.push(value);
    out.explainedVarianceRatio.push(value / total);
    C = C.map((r, i) => r.map((x, j) => x - value * v[i] * v[j]));
  }
  return out;
}
export function transform(
  X: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) {
  if ([...X, ...components].some(r => r.length !== mean.length)) throw new TypeError('width');
  return X.map(r => components.map(c => c.reduce((s, w, j) => s + w * (r[j] - mean[j]), 0)));
}
export function inverseTransform(
  S: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) {
  if (components.some(r => r.length !== mean.length)) throw new TypeError('width');
  if (S.some(s => s.length !== components.length)) throw new TypeError('width');
  return S.map(s => mean.map((m, j) => s.reduce((t, x, c) => t + x * components[c][j], m)));
}
