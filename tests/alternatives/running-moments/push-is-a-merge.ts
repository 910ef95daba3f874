// One idea for everything: a number is a summary of one, and covariance is a variance of sums (polarisation).
type M = { n: number; mean: number; m2: number };

export const empty = (): M => ({ n: 0, mean: 0, m2: 0 });

export function merge(a: M, b: M): M {
  if (a.n === 0) return { ...b };
  if (b.n === 0) return { ...a };
  const total = a.n + b.n;
  const share = b.n / total;
  const mean = (1 - share) * a.mean + share * b.mean;
  const left = a.mean - mean;
  const right = b.mean - mean;
  return { n: total, mean, m2: a.m2 + a.n * left ** 2 + b.m2 + b.n * right ** 2 };
}

export const push = (moments: M, x: number): M => merge(moments, { n: 1, mean: x, m2: 0 });

export function variance(moments: M, ddof: number): number {
  if (![0, 1].includes(ddof)) throw new RangeError('ddof must be 0 or 1');
  return moments.n > ddof ? moments.m2 / (moments.n - ddof) : Number.NaN;
}

const spread = (values: number[], ddof: number) =>
  variance(
    values.reduce((m, x) => push(m, x), empty()),
    ddof,
  );

export function covariance(X: number[][], ddof: number): number[][] {
  if (![0, 1].includes(ddof)) throw new RangeError('ddof must be 0 or 1');
  if (!X.length) throw new RangeError('nothing to do');
  if (new Set(X.map(row => row.length)).size > 1) throw new TypeError('ragged');
  const column = (j: number) => X.map(row => row[j] - X[0][j]);
  const columns = X[0].map((_, j) => column(j));
  return columns.map(u =>
    columns.map(v => {
      const sum = u.map((x, i) => x + v[i]);
      const difference = u.map((x, i) => x - v[i]);
      return (spread(sum, ddof) - spread(difference, ddof)) / 4;
    }),
  );
}
