// Takes the rows for the variables, as a library does by default.
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  const d = x - m.mean;
  const n = m.n + 1;
  return { n, mean: m.mean + d / n, m2: m.m2 + (d * d * (n - 1)) / n };
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n > ddof ? m.m2 / (m.n - ddof) : NaN;
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
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged');
  const d = X[0].length;
  const centred = X.map(r => {
    const mu = r.reduce((s, x) => s + x, 0) / d;
    return r.map(x => x - mu);
  });
  return centred.map(u => centred.map(v => u.reduce((s, x, i) => s + x * v[i], 0) / (d - ddof)));
}
