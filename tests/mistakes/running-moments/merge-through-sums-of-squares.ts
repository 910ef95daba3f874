// Wrong: merge goes back to sums of squares, m2 + n mean², and takes their difference, which far from zero has no digits left.
export type Moments = { n: number; mean: number; m2: number };

type Sums = { n: number; sum: number; squares: number };

const toSums = ({ n, mean, m2 }: Moments): Sums => ({
  n,
  sum: n * mean,
  squares: m2 + n * mean ** 2,
});

const fromSums = ({ n, sum, squares }: Sums): Moments =>
  n === 0 ? empty() : { n, mean: sum / n, m2: squares - sum ** 2 / n };

export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}

export function push(moments: Moments, x: number): Moments {
  const delta = x - moments.mean;
  const mean = moments.mean + delta / (moments.n + 1);
  return { n: moments.n + 1, mean, m2: moments.m2 + delta * (x - mean) };
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  return moments.n - ddof > 0 ? moments.m2 / (moments.n - ddof) : NaN;
}

export function merge(a: Moments, b: Moments): Moments {
  const [s, t] = [toSums(a), toSums(b)];
  return fromSums({ n: s.n + t.n, sum: s.sum + t.sum, squares: s.squares + t.squares });
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('no rows');
  const width = X[0].length;
  if (X.findIndex(row => row.length !== width) !== -1) throw new TypeError('rows');
  const transposed = Array.from({ length: width }, (_, j) => X.map(row => row[j]));
  const deviations = transposed.map(column => {
    const { mean } = column.reduce(push, empty());
    return column.map(v => v - mean);
  });
  return deviations.map(a =>
    deviations.map(b => {
      const dot = a.reduce((s, v, i) => s + v * b[i], 0);
      return X.length > ddof ? dot / (X.length - ddof) : NaN;
    }),
  );
}
