// Right: Welford's update for push, Chan's formula for merge, and co-moments that are updated row by row.
export type Moments = { n: number; mean: number; m2: number };

function checkDdof(ddof: number): void {
  if (ddof !== 0 && ddof !== 1) throw new RangeError('ddof must be 0 or 1');
}

export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}

export function push(moments: Moments, x: number): Moments {
  const n = moments.n + 1;
  const before = x - moments.mean;
  const mean = moments.mean + before / n;
  return { n, mean, m2: moments.m2 + before * (x - mean) };
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  checkDdof(ddof);
  return moments.n > ddof ? moments.m2 / (moments.n - ddof) : NaN;
}

export function merge(a: Moments, b: Moments): Moments {
  if (a.n === 0) return { ...b };
  if (b.n === 0) return { ...a };
  const n = a.n + b.n;
  const delta = b.mean - a.mean;
  return {
    n,
    mean: a.mean + (delta * b.n) / n,
    m2: a.m2 + b.m2 + delta * delta * ((a.n * b.n) / n),
  };
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  checkDdof(ddof);
  if (X.length === 0) throw new RangeError('no rows');
  const d = X[0].length;
  if (X.some(row => row.length !== d)) throw new TypeError('rows of different lengths');

  const mean = new Array<number>(d).fill(0);
  const C = Array.from({ length: d }, () => new Array<number>(d).fill(0));
  X.forEach((row, i) => {
    const before = row.map((v, j) => v - mean[j]);
    for (let j = 0; j < d; j++) mean[j] += before[j] / (i + 1);
    for (let j = 0; j < d; j++) {
      for (let k = 0; k < d; k++) C[j][k] += (before[j] * before[k] * i) / (i + 1);
    }
  });
  const divisor = X.length - ddof;
  return C.map(row => row.map(sum => (divisor > 0 ? sum / divisor : NaN)));
}
