// No means at all in covariance: every pair of rows contributes the product of its differences. Sums of pairs over n.
export function empty() {
  return { n: 0, mean: 0, m2: 0 };
}

export function push(moments: { n: number; mean: number; m2: number }, x: number) {
  const { n, mean, m2 } = moments;
  if (n === 0) return { n: 1, mean: x, m2: 0 };
  const d = (x - mean) / (n + 1);
  return { n: n + 1, mean: mean + d, m2: m2 + n * (n + 1) * d * d };
}

function mustBeZeroOrOne(ddof: number) {
  if (ddof === 0 || ddof === 1) return;
  throw new RangeError(`ddof is ${ddof}`);
}

export function variance(moments: { n: number; mean: number; m2: number }, ddof: number) {
  mustBeZeroOrOne(ddof);
  if (moments.n === 0 || (moments.n === 1 && ddof === 1)) return NaN;
  return moments.m2 / (moments.n - ddof);
}

export function merge(
  a: { n: number; mean: number; m2: number },
  b: { n: number; mean: number; m2: number },
) {
  const out = { n: a.n + b.n, mean: 0, m2: 0 };
  if (out.n > 0) {
    out.mean = a.n >= b.n ? a.mean : b.mean;
    out.mean += (a.n * (a.mean - out.mean) + b.n * (b.mean - out.mean)) / out.n;
    for (const part of [a, b]) out.m2 += part.m2 + part.n * (part.mean - out.mean) ** 2;
  }
  return out;
}

export function covariance(X: number[][], ddof: number) {
  mustBeZeroOrOne(ddof);
  if (X.length === 0) throw new RangeError('covariance needs rows');
  const d = X[0].length;
  if (!X.every(row => row.length === d)) throw new TypeError('covariance needs a rectangle');
  const C = X[0].map(() => X[0].map(() => 0));
  for (let i = 0; i < X.length; i++) {
    for (let l = 0; l < i; l++) {
      for (let j = 0; j < d; j++) {
        for (let k = 0; k < d; k++) C[j][k] += (X[i][j] - X[l][j]) * (X[i][k] - X[l][k]);
      }
    }
  }
  return C.map(row => row.map(c => c / X.length / (X.length - ddof)));
}
