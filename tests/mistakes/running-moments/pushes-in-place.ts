// Updates the summary that it was given and hands it back.
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  m.n += 1;
  const d = x - m.mean;
  m.mean += d / m.n;
  m.m2 += d * (x - m.mean);
  return m;
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n <= ddof ? NaN : m.m2 / (m.n - ddof);
}
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('row');
  const mu = X[0].map((_, j) => X.reduce((m, row) => push(m, row[j]), empty()).mean);
  return mu.map((_, j) =>
    mu.map(
      (_, k) =>
        X.reduce((s, row) => s + (row[j] - mu[j]) * (row[k] - mu[k]), 0) / (X.length - ddof),
    ),
  );
}
