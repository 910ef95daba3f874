// Trusts that too few numbers give 0 / 0; for none with ddof 1 that is 0 / −1.
type M = { n: number; mean: number; m2: number };
export const empty = (): M => ({ n: 0, mean: 0, m2: 0 });
export const push = (m: M, x: number): M => {
  const mean = m.mean + (x - m.mean) / (m.n + 1);
  return { n: m.n + 1, mean, m2: m.m2 + (x - mean) * (x - m.mean) };
};
export const variance = (m: M, ddof: number) => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.m2 / (m.n - ddof);
};
export const merge = (a: M, b: M): M => {
  if (a.n + b.n === 0) return empty();
  const d = a.mean - b.mean;
  const n = a.n + b.n;
  return { n, mean: b.mean + (d * a.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
};
export const covariance = (X: number[][], ddof: number) => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  const n = X.length;
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('row');
  });
  const column = (j: number) => {
    const c = X.map(row => row[j]);
    const mu = c.reduce((s, x) => s + x, 0) / n;
    return c.map(x => x - mu);
  };
  const Z = X[0].map((_, j) => column(j));
  return Z.map(u => Z.map(v => u.map((x, i) => x * v[i]).reduce((s, x) => s + x, 0) / (n - ddof)));
};
