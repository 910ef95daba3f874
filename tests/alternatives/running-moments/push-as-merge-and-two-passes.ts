// Right: push is a merge with a summary of one number, and covariance takes two passes over centred columns in typed arrays.
export type Moments = { n: number; mean: number; m2: number };

const single = (x: number): Moments => ({ n: 1, mean: x, m2: 0 });

export const empty = (): Moments => ({ n: 0, mean: 0, m2: 0 });

export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const [big, small] = a.n >= b.n ? [a, b] : [b, a];
  const share = small.n / n;
  const gap = small.mean - big.mean;
  return { n, mean: big.mean + share * gap, m2: big.m2 + small.m2 + big.n * share * gap * gap };
}

export function push(moments: Moments, x: number): Moments {
  return merge(moments, single(x));
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  if (![0, 1].includes(ddof)) throw new RangeError(`ddof ${ddof}`);
  const { n, m2 } = moments;
  if (n <= ddof) return Number.NaN;
  return m2 / (n - ddof);
}

function centredColumn(X: number[][], j: number): Float64Array {
  const column = Float64Array.from(X, row => row[j] - X[0][j]);
  const offset = column.reduce((a, b) => a + b, 0) / X.length;
  return column.map(v => v - offset);
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  if (![0, 1].includes(ddof)) throw new RangeError(`ddof ${ddof}`);
  if (X.length < 1) throw new RangeError('a table without rows');
  for (const row of X) {
    if (row.length !== X[0].length) throw new TypeError('rows of different lengths');
  }
  const columns = X[0].map((_, j) => centredColumn(X, j));
  const scale = X.length > ddof ? X.length - ddof : NaN;
  return columns.map(a => columns.map(b => a.reduce((sum, v, i) => sum + v * b[i], 0) / scale));
}
