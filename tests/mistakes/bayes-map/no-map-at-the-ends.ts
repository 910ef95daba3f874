// Has a MAP only where the formula holds.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  const inputs = [prior, sensitivity, specificity];
  if (inputs.some(p => !(p >= 0 && p <= 1))) throw new RangeError('[0, 1]');
  if (!Number.isInteger(positives) || positives < 0) throw new RangeError('0, 1, 2, …');
  for (let i = 0; i < positives; i++) {
    const joint = prior * sensitivity;
    const sum = joint + (1 - prior) * (1 - specificity);
    if (sum === 0) throw new RangeError('impossible');
    prior = joint / sum;
  }
  return prior;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('> 0');
  if (![successes, trials].every(c => Number.isInteger(c) && c >= 0))
    throw new RangeError('counts');
  if (successes > trials) throw new RangeError('successes');
  const alpha = a + successes;
  const beta = b + trials - successes;
  return {
    mle: trials === 0 ? null : successes / trials,
    map: alpha > 1 && beta > 1 ? (alpha - 1) / (alpha + beta - 2) : null,
    mean: alpha / (alpha + beta),
  };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
