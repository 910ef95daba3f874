// Wrong, twice: merge takes the plain average of the two means, and variance is 0 where there is none.
export type Moments = { n: number; mean: number; m2: number };

export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const next = mean + (x - mean) / (n + 1);
  return { n: n + 1, mean: next, m2: m2 + (x - mean) * (x - next) };
}

function known(ddof: number): number {
  if (ddof === 0 || ddof === 1) return ddof;
  throw new RangeError('ddof');
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  const divisor = moments.n - known(ddof);
  return divisor > 0 ? moments.m2 / divisor : 0;
}

export function merge(a: Moments, b: Moments): Moments {
  if (a.n * b.n === 0) return { ...(a.n ? a : b) };
  const gap = a.mean - b.mean;
  const n = a.n + b.n;
  return { n, mean: (a.mean + b.mean) / 2, m2: a.m2 + b.m2 + (gap * gap * a.n * b.n) / n };
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  known(ddof);
  if (X.length === 0) throw new RangeError('rows');
  const d = X[0].length;
  const mean = Array.from({ length: d }, () => 0);
  for (const row of X) {
    if (row.length !== d) throw new TypeError('ragged');
    row.forEach((v, j) => (mean[j] += v / X.length));
  }
  const out: number[][] = [];
  for (let j = 0; j < d; j++) {
    out.push([]);
    for (let k = 0; k < d; k++) {
      let s = 0;
      for (const row of X) s += (row[j] - mean[j]) * (row[k] - mean[k]);
      out[j].push(X.length > ddof ? s / (X.length - ddof) : NaN);
    }
  }
  return out;
}
