// Keeps the list of numbers in the module and works from that, whatever summary comes in.
type M = { n: number; mean: number; m2: number };
let seen: number[] = [];
const summary = (values: number[]): M => {
  const n = values.length;
  const mean = n ? values.reduce((s, x) => s + x, 0) / n : 0;
  return { n, mean, m2: values.reduce((s, x) => s + (x - mean) ** 2, 0) };
};
export function empty(): M {
  seen = [];
  return summary(seen);
}
export function push(m: M, x: number): M {
  if (m.n === 0) seen = [];
  seen.push(x);
  return summary(seen);
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n <= ddof ? NaN : m.m2 / (m.n - ddof);
}
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return { n: 0, mean: 0, m2: 0 };
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('row');
  const mu = X[0].map((_, j) => summary(X.map(row => row[j])).mean);
  return mu.map((_, j) =>
    mu.map(
      (_, k) =>
        X.reduce((s, row) => s + (row[j] - mu[j]) * (row[k] - mu[k]), 0) / (X.length - ddof),
    ),
  );
}
