// variance returns the standard deviation.
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  const n = m.n + 1;
  const mean = (m.n * m.mean + x) / n;
  return { n, mean, m2: m.m2 + (x - m.mean) * (x - mean) };
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (m.n <= ddof) return NaN;
  return Math.sqrt(m.m2 / (m.n - ddof));
}
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const mean = (a.n * a.mean + b.n * b.mean) / n;
  return { n, mean, m2: a.m2 + b.m2 + a.n * (a.mean - mean) ** 2 + b.n * (b.mean - mean) ** 2 };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  const d = X[0].length;
  if (X.some(row => row.length !== d)) throw new TypeError('row');
  const mu = Array.from({ length: d }, (_, j) => X.reduce((s, row) => s + row[j], 0) / X.length);
  return mu.map((_, j) =>
    mu.map(
      (_, k) =>
        X.reduce((s, row) => s + (row[j] - mu[j]) * (row[k] - mu[k]), 0) / (X.length - ddof),
    ),
  );
}
