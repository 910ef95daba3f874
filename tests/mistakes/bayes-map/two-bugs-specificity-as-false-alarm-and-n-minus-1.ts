// Wrong: takes specificity for the chance of a positive among the healthy, and divides the variance by n - 1.
export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives: number = 1,
): number {
  if (
    prior < 0 ||
    prior > 1 ||
    sensitivity < 0 ||
    sensitivity > 1 ||
    specificity < 0 ||
    specificity > 1
  ) {
    throw new RangeError('probabilities');
  }
  if (positives < 0 || !Number.isInteger(positives)) throw new RangeError('positives');
  let ill = prior;
  for (let i = 0; i < positives; i++) {
    const a = sensitivity * ill;
    const b = specificity * (1 - ill);
    if (a + b === 0) throw new RangeError('impossible');
    ill = a / (a + b);
  }
  return ill;
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  if (a <= 0 || b <= 0) throw new RangeError('a, b');
  if (
    !Number.isInteger(successes) ||
    !Number.isInteger(trials) ||
    successes < 0 ||
    trials < 0 ||
    successes > trials
  ) {
    throw new RangeError('counts');
  }
  const p = a + successes;
  const q = b + trials - successes;
  let map: number | null = null;
  if (p > 1 && q > 1) map = (p - 1) / (p + q - 2);
  else if (!(p === 1 && q === 1) && !(p < 1 && q < 1)) map = p > q ? 1 : 0;
  return { mle: trials === 0 ? null : successes / trials, map, mean: p / (p + q) };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  const n = x.length;
  if (n === 0) throw new RangeError('empty');
  const mean = x.reduce((s, v) => s + v, 0) / n;
  const ss = x.reduce((s, v) => s + (v - mean) ** 2, 0);
  return { mean, variance: n === 1 ? 0 : ss / (n - 1) };
}
