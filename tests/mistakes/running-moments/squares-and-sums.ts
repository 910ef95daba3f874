// Rebuilds the sum of squares from the summary, adds x², and subtracts the squared mean: the trap of the task.
type M = { n: number; mean: number; m2: number };
export const empty = (): M => ({ n: 0, mean: 0, m2: 0 });
export function push(m: M, x: number): M {
  const sum = m.n * m.mean + x;
  const squares = m.m2 + m.n * m.mean * m.mean + x * x;
  const n = m.n + 1;
  return { n, mean: sum / n, m2: squares - (sum * sum) / n };
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n > ddof ? m.m2 / (m.n - ddof) : NaN;
}
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const gap = a.mean - b.mean;
  return {
    n,
    mean: (a.n * a.mean + b.n * b.mean) / n,
    m2: a.m2 + b.m2 + (gap ** 2 * a.n * b.n) / n,
  };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('rows');
  const mu = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  return mu.map((p, j) =>
    mu.map((q, k) => X.reduce((s, r) => s + (r[j] - p) * (r[k] - q), 0) / (X.length - ddof)),
  );
}
