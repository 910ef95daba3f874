// Reads the specificity as the share of the healthy that test positive.
const assertUnit = (...values: number[]) => {
  for (const v of values) if (!(v >= 0 && v <= 1)) throw new RangeError(`${v}`);
};
const assertCount = (...values: number[]) => {
  for (const v of values) if (!(v >= 0) || v % 1) throw new RangeError(`${v}`);
};

export const posterior = (pi: number, se: number, sp: number, m: number = 1): number => {
  assertUnit(pi, se, sp);
  assertCount(m);
  if (m === 0) return pi;
  const joint = [pi * se, (1 - pi) * sp];
  const evidence = joint[0] + joint[1];
  if (evidence === 0) throw new RangeError('no evidence');
  return posterior(joint[0] / evidence, se, sp, m - 1);
};

export const betaBernoulli = (a: number, b: number, k: number, n: number) => {
  if (a <= 0 || b <= 0) throw new RangeError('a, b');
  assertCount(k, n, n - k);
  const p = a + k;
  const q = b + n - k;
  const mode = () => {
    if (p > 1 && q > 1) return (p - 1) / (p + q - 2);
    if (p <= 1 && q <= 1 && p < 1 === q < 1) return null;
    return p > q ? 1 : 0;
  };
  return { mle: n === 0 ? null : k / n, map: mode(), mean: p / (p + q) };
};

export const gaussianMLE = (x: number[]) => {
  assertCount(x.length);
  if (!x.length) throw new RangeError('x');
  let mean = 0;
  for (const v of x) mean += v;
  mean /= x.length;
  let variance = 0;
  for (const v of x) variance += (v - mean) * (v - mean);
  return { mean, variance: variance / x.length };
};
