// Right numbers, but nothing is refused.
type M = { n: number; mean: number; m2: number };
export const empty = (): M => ({ n: 0, mean: 0, m2: 0 });
export const push = (m: M, x: number): M => {
  const n = m.n + 1;
  const d = x - m.mean;
  return { n, mean: m.mean + d / n, m2: m.m2 + (d * d * m.n) / n };
};
export const variance = (m: M, ddof: number) => (m.n > ddof ? m.m2 / (m.n - ddof) : NaN);
export const merge = (a: M, b: M): M => {
  if (!b.n) return { ...a };
  const n = a.n + b.n;
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
};
export const covariance = (X: number[][], ddof: number) => {
  const columns = (X[0] ?? []).map((_, j) => {
    const c = X.map(row => row[j]);
    const mean = c.reduce((s, x) => s + x, 0) / c.length;
    return c.map(x => x - mean);
  });
  return columns.map(u =>
    columns.map(v => u.reduce((s, x, i) => s + x * v[i], 0) / (X.length - ddof)),
  );
};
