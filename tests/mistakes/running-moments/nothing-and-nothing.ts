// Merging two empty summaries divides 0 by 0.
export function empty() {
  return { n: 0, mean: 0, m2: 0 };
}
type Moments = ReturnType<typeof empty>;
export function push(moments: Moments, x: number): Moments {
  return merge(moments, { n: 1, mean: x, m2: 0 });
}
export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
}
export function variance(moments: Moments, ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (moments.n < 1 || moments.n - ddof < 1) return NaN;
  return moments.m2 / (moments.n - ddof);
}
export function covariance(X: number[][], ddof: number) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  const n = X.length;
  if (n === 0) throw new RangeError('n');
  const d = X[0].length;
  if (X.some(x => x.length !== d)) throw new TypeError('d');
  const mu = Array.from({ length: d }, (_, j) => X.reduce((s, x) => s + x[j], 0) / n);
  const C = Array.from({ length: d }, () => new Array(d).fill(0));
  for (const x of X)
    for (let j = 0; j < d; j++)
      for (let k = 0; k < d; k++) C[j][k] += ((x[j] - mu[j]) * (x[k] - mu[k])) / (n - ddof);
  return n > ddof ? C : C.map(row => row.map(() => NaN));
}
