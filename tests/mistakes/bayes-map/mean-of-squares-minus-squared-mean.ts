// Wrong: computes the variance as the mean of the squares minus the square of the mean, which loses all digits at hundreds of millions.
export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  if (positives === undefined) return posterior(prior, sensitivity, specificity, 1);
  const bad = [prior, sensitivity, specificity].find(p => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new RangeError(`probability ${bad}`);
  if (!Number.isInteger(positives) || positives < 0) throw new RangeError(`positives ${positives}`);
  if (positives === 0) return prior;
  const [tp, fp] = [sensitivity, 1 - specificity];
  const ill = prior > 0 && tp > 0;
  const well = prior < 1 && fp > 0;
  if (ill && well) {
    const ratio = Math.exp(Math.log((1 - prior) / prior) + positives * Math.log(fp / tp));
    return 1 / (1 + ratio);
  }
  if (!ill && !well) throw new RangeError('impossible result');
  return ill ? 1 : 0;
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  const ok =
    a > 0 &&
    b > 0 &&
    [successes, trials].every(v => Number.isInteger(v) && v >= 0) &&
    successes <= trials;
  if (!ok) throw new RangeError('bad arguments');
  const alpha = a + successes;
  const beta = b + trials - successes;
  const map =
    alpha > 1 && beta > 1
      ? (alpha - 1) / (alpha + beta - 2)
      : (alpha < 1 && beta < 1) || (alpha === 1 && beta === 1)
        ? null
        : alpha > beta
          ? 1
          : 0;
  return { mle: trials === 0 ? null : successes / trials, map, mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length === 0) throw new RangeError('empty sample');
  let sum = 0;
  let sumOfSquares = 0;
  for (const value of x) {
    sum += value;
    sumOfSquares += value * value;
  }
  const mean = sum / x.length;
  return { mean, variance: Math.max(0, sumOfSquares / x.length - mean * mean) };
}
