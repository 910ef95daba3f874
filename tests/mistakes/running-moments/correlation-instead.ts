// Divides by both standard deviations: a correlation matrix.
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  const d = x - m.mean;
  const n = m.n + 1;
  const mean = m.mean + d / n;
  return { n, mean, m2: m.m2 + d * (x - mean) };
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n <= ddof ? NaN : m.m2 / (m.n - ddof);
}
export function merge(a: M, b: M): M {
  if (a.n === 0) return { ...b };
  if (b.n === 0) return { ...a };
  const n = a.n + b.n;
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (!X.length) throw new RangeError('no rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged');
  const columns = X[0].map((_, j) => X.map(r => r[j]));
  const moments = columns.map(c => c.reduce((m, x) => push(m, x), empty()));
  const sd = moments.map(m => Math.sqrt(variance(m, ddof as 0 | 1)));
  return columns.map((u, j) =>
    columns.map((v, k) => {
      const c =
        u.reduce((s, x, i) => s + (x - moments[j].mean) * (v[i] - moments[k].mean), 0) /
        (X.length - ddof);
      return c / (sd[j] * sd[k]);
    }),
  );
}
