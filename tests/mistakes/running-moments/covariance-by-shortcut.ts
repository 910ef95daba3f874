// Covariance as the mean of products minus the product of means.
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
  return m.n <= ddof ? NaN : m.m2 / (m.n - ddof);
}
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
}
const average = (values: number[]) => values.reduce((s, x) => s + x, 0) / values.length;
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('row');
  const n = X.length;
  return X[0].map((_, j) =>
    X[0].map((_, k) => {
      const product = average(X.map(row => row[j] * row[k]));
      return (
        ((product - average(X.map(row => row[j])) * average(X.map(row => row[k]))) * n) / (n - ddof)
      );
    }),
  );
}
