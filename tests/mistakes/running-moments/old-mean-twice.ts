// Squares the deviation from the old mean.
interface Moments {
  n: number;
  mean: number;
  m2: number;
}
export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(moments: Moments, x: number): Moments {
  const delta = x - moments.mean;
  return {
    n: moments.n + 1,
    mean: moments.mean + delta / (moments.n + 1),
    m2: moments.m2 + delta * delta,
  };
}
export function variance({ n, m2 }: Moments, ddof: 0 | 1) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('bad ddof');
  return n <= ddof ? NaN : m2 / (n - ddof);
}
export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (!n) return empty();
  const delta = b.mean - a.mean;
  return { n, mean: a.mean + (delta * b.n) / n, m2: a.m2 + b.m2 + (delta * delta * a.n * b.n) / n };
}
export function covariance(X: number[][], ddof: 0 | 1) {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('bad ddof');
  if (!X.length) throw new RangeError('no rows');
  const d = X[0].length;
  X.forEach(row => {
    if (row.length !== d) throw new TypeError('ragged');
  });
  const out: number[][] = [];
  const mu = Array(d).fill(0);
  for (const row of X)
    row.forEach((x, j) => {
      mu[j] += x / X.length;
    });
  for (let j = 0; j < d; j++) {
    out[j] = [];
    for (let k = 0; k < d; k++) {
      out[j][k] =
        X.reduce((s, row) => s + (row[j] - mu[j]) * (row[k] - mu[k]), 0) / (X.length - ddof);
    }
  }
  return out;
}
