// Wrong: covariance is the mean of the products minus the product of the means, whose digits vanish far from zero.
export type Moments = { n: number; mean: number; m2: number };

export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}

export function push(moments: Moments, x: number): Moments {
  const grown = moments.n + 1;
  const delta = x - moments.mean;
  return {
    n: grown,
    mean: moments.mean + delta / grown,
    m2: moments.m2 + (delta * delta * moments.n) / grown,
  };
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('unknown ddof');
  return moments.n > ddof ? moments.m2 / (moments.n - ddof) : NaN;
}

export function merge(a: Moments, b: Moments): Moments {
  if (a.n + b.n === 0) return empty();
  const wa = a.n / (a.n + b.n);
  const wb = 1 - wa;
  const mean = wa * a.mean + wb * b.mean;
  return {
    n: a.n + b.n,
    mean,
    m2: a.m2 + a.n * (a.mean - mean) ** 2 + b.m2 + b.n * (b.mean - mean) ** 2,
  };
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('unknown ddof');
  if (!X.length) throw new RangeError('empty table');
  const d = X[0].length;
  const sums = new Float64Array(d);
  const products = new Float64Array(d * d);
  for (const row of X) {
    if (row.length !== d) throw new TypeError('uneven table');
    for (let j = 0; j < d; j++) {
      sums[j] += row[j];
      for (let k = 0; k < d; k++) products[j * d + k] += row[j] * row[k];
    }
  }
  const n = X.length;
  const at = (j: number, k: number) =>
    n > ddof ? (products[j * d + k] - (sums[j] * sums[k]) / n) / (n - ddof) : NaN;
  return Array.from({ length: d }, (_, j) => Array.from({ length: d }, (__, k) => at(j, k)));
}
