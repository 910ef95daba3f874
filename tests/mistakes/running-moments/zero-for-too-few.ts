// Where there is no variance, answers 0 "to be safe".
type M = { n: number; mean: number; m2: number };
export function empty(): M {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(m: M, x: number): M {
  const n = m.n + 1;
  const d = x - m.mean;
  return { n, mean: m.mean + d / n, m2: m.m2 + d * d * (1 - 1 / n) };
}
const per = (sum: number, n: number, ddof: number) => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return n > ddof ? sum / (n - ddof) : 0;
};
export function variance(m: M, ddof: number) {
  return per(m.m2, m.n, ddof);
}
export function merge(a: M, b: M): M {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const d = b.mean - a.mean;
  return { n, mean: (a.n * a.mean + b.n * b.mean) / n, m2: a.m2 + b.m2 + d * d * a.n * (b.n / n) };
}
export function covariance(X: number[][], ddof: number) {
  if (!X.length) throw new RangeError('no rows');
  if (new Set(X.map(r => r.length)).size !== 1) throw new TypeError('ragged');
  const mu = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  return mu.map((_, j) =>
    mu.map((_, k) =>
      per(
        X.reduce((s, r) => s + (r[j] - mu[j]) * (r[k] - mu[k]), 0),
        X.length,
        ddof,
      ),
    ),
  );
}
