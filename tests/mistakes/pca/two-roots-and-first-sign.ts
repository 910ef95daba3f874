// Standard deviations for variances, and the first entry made positive.
const dotp = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0);
function must(rows: number[][], w: number) {
  for (const r of rows) if (r.length !== w) throw new TypeError('row');
}
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('X');
  must(X, X[0].length);
  const cols = X[0].map((_, j) => X.map(r => r[j]));
  const Z = cols.map(c => {
    const m = c.reduce((a, b) => a + b) / c.length;
    return c.map(x => x - m);
  });
  return Z.map(a => Z.map(b => dotp(a, b) / (X.length - 1)));
}
export function pca(X: number[][], k: number) {
  let C = covariance(X);
  if (k < 1 || k > Math.min(C.length, X.length - 1)) throw new RangeError('k');
  const total = C.reduce((s, r, i) => s + r[i], 0);
  if (total === 0) throw new RangeError('X');
  const components: number[][] = [];
  const spread: number[] = [];
  const ratio: number[] = [];
  for (let c = 0; c < k; c++) {
    const ends = C.map((_, a) => {
      let v = C.map((_, j) => Number(j === a));
      for (let t = 0; t < 300; t++) {
        const u = C.map(r => dotp(r, v));
        const l = Math.sqrt(dotp(u, u)) || 1;
        v = u.map(x => x / l);
      }
      return v;
    });
    const power = (v: number[]) => dotp(v, C.map(r => dotp(r, v))); // biome-ignore format: one row
    const v = ends.reduce((a, b) => (power(b) > power(a) ? b : a));
    const value = power(v);
    const first = v.find(x => Math.abs(x) > 1e-9) ?? 1;
    components.push(v.map(x => x * Math.sign(first)));
    spread.push(Math.sqrt(value));
    ratio.push(value / total);
    C = C.map((r, i) => r.map((x, j) => x - value * v[i] * v[j]));
  }
  return {
    mean: X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length),
    components,
    explainedVariance: spread,
    explainedVarianceRatio: ratio,
  };
}
type Model = { mean: number[]; components: number[][] };
export function transform(X: number[][], { mean, components }: Model) {
  must(X, mean.length);
  must(components, mean.length);
  return X.map(r => components.map(c => dotp(c, r) - dotp(c, mean)));
}
export function inverseTransform(S: number[][], { mean, components }: Model) {
  must(components, mean.length);
  must(S, components.length);
  return S.map(s => mean.map((m, j) => m + components.reduce((x, c, i) => x + s[i] * c[j], 0)));
}
