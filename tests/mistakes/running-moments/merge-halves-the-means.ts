// Takes the plain average of two means, as if both sides were equally many, and stays consistent with it.
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
  if (ddof * (ddof - 1) !== 0) throw new RangeError('ddof');
  return m.n > ddof ? m.m2 / (m.n - ddof) : NaN;
}
export function merge(a: M, b: M): M {
  if (!a.n) return { ...b };
  if (!b.n) return { ...a };
  const mean = (a.mean + b.mean) / 2;
  return {
    n: a.n + b.n,
    mean,
    m2: a.m2 + b.m2 + a.n * (a.mean - mean) ** 2 + b.n * (b.mean - mean) ** 2,
  };
}
export function covariance(X: number[][], ddof: number) {
  if (ddof * (ddof - 1) !== 0) throw new RangeError('ddof');
  if (!X.length) throw new RangeError('rows');
  if (!X.every(r => r.length === X[0].length)) throw new TypeError('rows');
  const mu = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  return mu.map((_, j) =>
    mu.map(
      (_, k) => X.reduce((s, r) => s + (r[j] - mu[j]) * (r[k] - mu[k]), 0) / (X.length - ddof),
    ),
  );
}
