// Wrong, twice: push adds the squared deviation from the new mean only, and covariance divides by n - 1 for either ddof.
export type Moments = { n: number; mean: number; m2: number };

class Table {
  readonly means: number[];

  constructor(readonly rows: number[][]) {
    if (rows.length === 0) throw new RangeError('no rows');
    if (rows.some(r => r.length !== rows[0].length)) throw new TypeError('rows differ');
    this.means = rows[0].map((base, j) => base + this.sum(r => r[j] - base) / rows.length);
  }

  sum(f: (row: number[]) => number): number {
    return this.rows.reduce((s, row) => s + f(row), 0);
  }

  product(j: number, k: number): number {
    return this.sum(r => (r[j] - this.means[j]) * (r[k] - this.means[k]));
  }
}

export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}

export function push(moments: Moments, x: number): Moments {
  const count = moments.n + 1;
  const mean = (moments.mean * moments.n + x) / count;
  return { n: count, mean, m2: moments.m2 + (x - mean) ** 2 };
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  if (moments.n <= ddof) return NaN;
  return moments.m2 / (moments.n - ddof);
}

export function merge(a: Moments, b: Moments): Moments {
  const total = a.n + b.n;
  if (total === 0) return empty();
  const step = b.mean - a.mean;
  const fraction = b.n / total;
  return { n: total, mean: a.mean + step * fraction, m2: a.m2 + b.m2 + step ** 2 * a.n * fraction };
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof');
  const table = new Table(X);
  const n = X.length;
  return table.means.map((_, j) => table.means.map((__, k) => table.product(j, k) / (n - 1)));
}
