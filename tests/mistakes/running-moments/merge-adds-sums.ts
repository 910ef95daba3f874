// merge adds the sums of squares and forgets that the means are apart.
export type Moments = { n: number; mean: number; m2: number };
export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(moments: Moments, x: number): Moments {
  const result = { ...moments, n: moments.n + 1 };
  result.mean += (x - moments.mean) / result.n;
  result.m2 += (x - moments.mean) * (x - result.mean);
  return result;
}
export function variance(moments: Moments, ddof: 0 | 1): number {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('variance: ddof');
  if (moments.n <= ddof) return NaN;
  return moments.m2 / (moments.n - ddof);
}
export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return empty();
  return { n, mean: (a.mean * a.n + b.mean * b.n) / n, m2: a.m2 + b.m2 };
}
export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('covariance: ddof');
  if (X.length === 0) throw new RangeError('covariance: no rows');
  const width = X[0].length;
  for (const row of X) if (row.length !== width) throw new TypeError('covariance: ragged');
  const moments = Array.from({ length: width }, (_, j) =>
    X.reduce((m, row) => push(m, row[j]), empty()),
  );
  return moments.map((mj, j) =>
    moments.map(
      (mk, k) =>
        X.reduce((s, row) => s + (row[j] - mj.mean) * (row[k] - mk.mean), 0) / (X.length - ddof),
    ),
  );
}
