// Reads ddof as "divide by n": 1 means n, 0 means n − 1.
type S = { n: number; mean: number; m2: number };
export const empty = (): S => ({ n: 0, mean: 0, m2: 0 });
export const push = ({ n, mean, m2 }: S, x: number): S => {
  const d = x - mean;
  return { n: n + 1, mean: mean + d / (n + 1), m2: m2 + (d * d * n) / (n + 1) };
};
const divisor = (n: number, ddof: number) => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  const by = ddof === 1 ? n : n - 1;
  return by > 0 ? by : NaN;
};
export const variance = (s: S, ddof: number) => s.m2 / divisor(s.n, ddof);
export const merge = (a: S, b: S): S => {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const w = b.n / n;
  return {
    n,
    mean: a.mean * (1 - w) + b.mean * w,
    m2: a.m2 + b.m2 + a.n * w * (a.mean - b.mean) ** 2,
  };
};
export const covariance = (X: number[][], ddof: number) => {
  if (X.length === 0) throw new RangeError('empty');
  const d = X[0].length;
  if (X.some(r => r.length !== d)) throw new TypeError('ragged');
  const by = divisor(X.length, ddof);
  const mu = X[0].map((_, j) => X.reduce((t, r) => t + r[j], 0) / X.length);
  return mu.map((_, j) =>
    mu.map((_, k) => X.reduce((t, r) => t + (r[j] - mu[j]) * (r[k] - mu[k]), 0) / by),
  );
};
