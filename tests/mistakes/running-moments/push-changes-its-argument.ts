// Wrong: push writes into the summary that it was given, and returns that same object.
export type Moments = { n: number; mean: number; m2: number };

export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}

export function push(moments: Moments, x: number): Moments {
  moments.n += 1;
  const delta = x - moments.mean;
  moments.mean += delta / moments.n;
  moments.m2 += delta * (x - moments.mean);
  return moments;
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  switch (ddof) {
    case 0:
      return moments.n === 0 ? NaN : moments.m2 / moments.n;
    case 1:
      return moments.n < 2 ? NaN : moments.m2 / (moments.n - 1);
    default:
      throw new RangeError('ddof');
  }
}

export function merge(a: Moments, b: Moments): Moments {
  if (a.n === 0) return { n: b.n, mean: b.mean, m2: b.m2 };
  if (b.n === 0) return { n: a.n, mean: a.mean, m2: a.m2 };
  const n = a.n + b.n;
  const delta = b.mean - a.mean;
  const mean = a.mean + (b.n * delta) / n;
  return { n, mean, m2: a.m2 + b.m2 + delta * (b.mean - mean) * b.n };
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  if ((ddof as number) !== 0 && (ddof as number) !== 1) throw new RangeError('ddof');
  const d = X[0].length;
  const columns: Moments[] = Array.from({ length: d }, empty);
  X.forEach(row => {
    if (row.length !== d) throw new TypeError('length');
    row.forEach((v, j) => push(columns[j], v));
  });
  const result: number[][] = [];
  for (let j = 0; j < d; j++) {
    result[j] = [];
    for (let k = 0; k < d; k++) {
      const sum = X.reduce(
        (s, row) => s + (row[j] - columns[j].mean) * (row[k] - columns[k].mean),
        0,
      );
      result[j][k] = X.length <= ddof ? NaN : sum / (X.length - ddof);
    }
  }
  return result;
}
