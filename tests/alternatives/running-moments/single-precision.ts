// Means stay in double precision, deviations are small, so their products are kept in single precision.
const f = Math.fround;
type Moments = { n: number; mean: number; m2: number };

export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(moments: Moments, x: number): Moments {
  const n = moments.n + 1;
  const step = x - moments.mean;
  const gain = f(f(step) * f(f(step) * f((n - 1) / n)));
  return { n, mean: moments.mean + step / n, m2: f(f(moments.m2) + gain) };
}
export function variance(moments: Moments, ddof: number): number {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return moments.n <= ddof ? NaN : f(f(moments.m2) / f(moments.n - ddof));
}
export function merge(a: Moments, b: Moments): Moments {
  if (b.n === 0) return { ...a };
  if (a.n === 0) return { ...b };
  const n = a.n + b.n;
  const gap = f(b.mean - a.mean);
  const between = f(f(gap * gap) * f((a.n * b.n) / n));
  return { n, mean: a.mean + (gap * b.n) / n, m2: f(f(f(a.m2) + f(b.m2)) + between) };
}
export function covariance(X: number[][], ddof: number): number[][] {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  const d = X[0].length;
  for (const row of X) if (row.length !== d) throw new TypeError('row');
  const means = X[0].map((_, j) => X.reduce((s, row) => s + row[j], 0) / X.length);
  const centred = X.map(row => Float32Array.from(row, (x, j) => x - means[j]));
  return means.map((_, j) =>
    means.map((_, k) =>
      f(centred.reduce((s, row) => f(s + f(row[j] * row[k])), 0) / (X.length - ddof)),
    ),
  );
}
