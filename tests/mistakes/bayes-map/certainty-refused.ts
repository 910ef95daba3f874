// Takes probabilities of exactly 0 and 1 for bad input.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  const open = (p: number, name: string) => {
    if (!(p > 0 && p < 1)) throw new RangeError(`${name} must lie between 0 and 1, not ${p}`);
  };
  open(prior, 'prior');
  open(sensitivity, 'sensitivity');
  open(specificity, 'specificity');
  if (!Number.isInteger(positives) || positives < 0) throw new RangeError('positives');
  const logit =
    Math.log(prior / (1 - prior)) + positives * Math.log(sensitivity / (1 - specificity));
  return 1 / (1 + Math.exp(-logit));
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  if (!Number.isInteger(successes) || !Number.isInteger(trials)) throw new RangeError('whole');
  if (successes < 0 || successes > trials) throw new RangeError('range');
  const A = a + successes;
  const B = b + trials - successes;
  if (A > 1 && B > 1) {
    const map = (A - 1) / (A + B - 2);
    return { mle: trials === 0 ? null : successes / trials, map, mean: A / (A + B) };
  }
  const map = A < 1 && B < 1 ? null : A === B ? null : A > B ? 1 : 0;
  return { mle: trials === 0 ? null : successes / trials, map, mean: A / (A + B) };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
