// Right, but every number passes through single precision: far from zero nothing is left.
const f = Math.fround;
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  const n = m.n + 1;
  const d = f(f(x) - f(m.mean));
  const mean = f(f(m.mean) + f(d / n));
  return { n, mean, m2: f(m.m2 + f(d * f(f(x) - mean))) };
}
export function variance(m: M, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return m.n > ddof ? f(m.m2 / (m.n - ddof)) : NaN;
}
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const d = f(b.mean - a.mean);
  return { n, mean: f(a.mean + f((d * b.n) / n)), m2: f(a.m2 + b.m2 + f((d * d * a.n * b.n) / n)) };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('rows');
  const T = X.map(r => Float32Array.from(r));
  const mu = X[0].map((_, j) => f(T.reduce((s, r) => f(s + r[j]), 0) / T.length));
  return mu.map((_, j) =>
    mu.map((_, k) =>
      f(T.reduce((s, r) => f(s + f(f(r[j] - mu[j]) * f(r[k] - mu[k]))), 0) / (T.length - ddof)),
    ),
  );
}
