// The textbook shortcut made harmless: everything is measured from a number of the data before it is squared.
type Summary = { n: number; mean: number; m2: number };

export const empty = (): Summary => Object.assign({}, { n: 0, mean: 0, m2: 0 });

export const push = (old: Summary, x: number): Summary => {
  // Seen from the old mean, the numbers so far add up to 0 and their squares to m2.
  const y = x - old.mean;
  const n = old.n + 1;
  const shiftedMean = y / n;
  return { n, mean: old.mean + shiftedMean, m2: old.m2 + y * y - n * shiftedMean * shiftedMean };
};

export const merge = (a: Summary, b: Summary): Summary => {
  const n = a.n + b.n;
  if (!n) return empty();
  const origin = a.n ? a.mean : b.mean;
  const at = [a, b].map(s => ({ ...s, mean: s.n ? s.mean - origin : 0 }));
  const sum = at[0].n * at[0].mean + at[1].n * at[1].mean;
  const squares = at.map(s => s.m2 + s.n * s.mean * s.mean);
  return { n, mean: origin + sum / n, m2: squares[0] + squares[1] - (sum * sum) / n };
};

export const variance = (s: Summary, ddof: 0 | 1): number => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('variance');
  const divisor = s.n - ddof;
  if (divisor < 1) return NaN;
  return s.m2 / divisor;
};

export const covariance = (X: number[][], ddof: 0 | 1): number[][] => {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('covariance');
  const n = X.length;
  if (n === 0) throw new RangeError('covariance');
  const origin = X[Math.floor(n / 2)];
  if (X.some(row => row.length !== origin.length)) throw new TypeError('covariance');
  const near = X.map(row => row.map((x, j) => x - origin[j]));
  const sums = origin.map((_, j) => near.reduce((s, row) => s + row[j], 0));
  return sums.map((sj, j) =>
    sums.map(
      (sk, k) => (near.reduce((s, row) => s + row[j] * row[k], 0) - (sj * sk) / n) / (n - ddof),
    ),
  );
};
