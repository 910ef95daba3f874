// Moves the mean first, and squares what is left of the deviation.
export function empty() {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(s: { n: number; mean: number; m2: number }, x: number) {
  const n = s.n + 1;
  const mean = s.mean + (x - s.mean) / n;
  return { n, mean, m2: s.m2 + (x - mean) ** 2 };
}
export function merge(a: ReturnType<typeof empty>, b: ReturnType<typeof empty>) {
  if (a.n === 0) return { ...b };
  if (b.n === 0) return { ...a };
  const n = a.n + b.n;
  const mean = a.mean + ((b.mean - a.mean) * b.n) / n;
  return { n, mean, m2: a.m2 + a.n * (a.mean - mean) ** 2 + b.m2 + b.n * (b.mean - mean) ** 2 };
}
function divide(sum: number, n: number, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return n > ddof ? sum / (n - ddof) : Number.NaN;
}
export function variance(s: ReturnType<typeof empty>, ddof: number) {
  return divide(s.m2, s.n, ddof);
}
export function covariance(X: number[][], ddof: number) {
  if (X.length === 0) throw new RangeError('X');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('X');
  const columns = X[0].map((_, j) => X.map(row => row[j]));
  const centred = columns.map(c => {
    const mean = c.reduce((p, q) => p + q, 0) / c.length;
    return c.map(x => x - mean);
  });
  return centred.map(u =>
    centred.map(v =>
      divide(
        u.reduce((p, x, i) => p + x * v[i], 0),
        X.length,
        ddof,
      ),
    ),
  );
}
