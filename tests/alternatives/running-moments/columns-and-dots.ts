// Vector style: columns are pulled out, centred and multiplied with a dot product; sums are compensated.
const total = (values: Iterable<number>): number => {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
};
const dot = (u: number[], v: number[]) => total(u.map((x, i) => x * v[i]));
const refuseDdof = (ddof: number) => {
  if (!(ddof === 0) && !(ddof === 1)) throw new RangeError(`ddof ${ddof}: only 0 and 1 are known`);
};

export function empty() {
  return { m2: 0, mean: 0, n: 0 };
}
export function push(moments: { n: number; mean: number; m2: number }, x: number) {
  const next = { ...moments };
  next.n += 1;
  next.mean = total([moments.mean, x / next.n, -moments.mean / next.n]);
  next.m2 = total([moments.m2, (x - next.mean) * (x - moments.mean)]);
  return next;
}
export function variance(moments: { n: number; mean: number; m2: number }, ddof: number) {
  refuseDdof(ddof);
  return moments.n - ddof >= 1 ? moments.m2 / (moments.n - ddof) : NaN;
}
export function merge(
  a: { n: number; mean: number; m2: number },
  b: { n: number; mean: number; m2: number },
) {
  const n = a.n + b.n;
  const p = n === 0 ? 0 : a.n / n;
  const q = n === 0 ? 0 : b.n / n;
  return {
    n,
    mean: total([p * a.mean, q * b.mean]),
    m2: total([a.m2, b.m2, n * p * q * (a.mean - b.mean) ** 2]),
  };
}
export function covariance(X: number[][], ddof: number) {
  refuseDdof(ddof);
  if (X.length === 0) throw new RangeError('a table of no rows has no covariance');
  const widths = X.map(row => row.length);
  if (Math.min(...widths) < Math.max(...widths)) throw new TypeError('rows of different lengths');
  const columns = Array.from({ length: widths[0] }, (_, j) => {
    const column = X.map(row => row[j]);
    const mean = total(column) / column.length;
    return column.map(x => x - mean);
  });
  return columns.map(u => columns.map(v => dot(u, v) / (X.length - ddof)));
}
