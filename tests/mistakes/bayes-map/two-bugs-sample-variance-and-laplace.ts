// Two mistakes: the variance of a sample, and an MLE that is smoothed by one success and one failure.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  if ([prior, sensitivity, specificity].some(p => p < 0 || p > 1)) throw new RangeError('p');
  if (positives < 0 || !Number.isInteger(positives)) throw new RangeError('m');
  let [ill, healthy] = [prior, 1 - prior];
  for (let i = 0; i < positives; i++) {
    [ill, healthy] = [ill * sensitivity, healthy * (1 - specificity)];
    const z = ill + healthy;
    if (z === 0) throw new RangeError('z');
    [ill, healthy] = [ill / z, healthy / z];
  }
  return ill;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  for (const c of [successes, trials, trials - successes]) {
    if (!Number.isInteger(c) || c < 0) throw new RangeError('c');
  }
  const alpha = a + successes;
  const beta = b + trials - successes;
  const both = alpha > 1 && beta > 1;
  const none = (alpha < 1 && beta < 1) || (alpha === 1 && beta === 1);
  return {
    mle: trials === 0 ? null : (successes + 1) / (trials + 2),
    map: both ? (alpha - 1) / (alpha + beta - 2) : none ? null : alpha > beta ? 1 : 0,
    mean: alpha / (alpha + beta),
  };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / (x.length - 1) };
}
