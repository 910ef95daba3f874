// Two mistakes: m results weigh m times one ratio instead of its power; no trials give an MLE of 0.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  for (const p of [prior, sensitivity, specificity]) if (p < 0 || p > 1) throw new RangeError('p');
  if (positives < 0 || positives % 1 !== 0) throw new RangeError('m');
  if (positives === 0) return prior;
  const ill = prior * sensitivity * positives;
  const healthy = (1 - prior) * (1 - specificity);
  if (ill + healthy === 0) throw new RangeError('impossible');
  return ill / (ill + healthy);
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  if (successes % 1 !== 0 || trials % 1 !== 0) throw new RangeError('whole');
  if (successes < 0 || successes > trials) throw new RangeError('range');
  const alpha = a + successes;
  const beta = b + trials - successes;
  const mle = successes / Math.max(1, trials);
  const mean = alpha / (alpha + beta);
  if (alpha > 1 && beta > 1) return { mle, mean, map: (alpha - 1) / (alpha + beta - 2) };
  if ((alpha < 1 && beta < 1) || alpha === beta) return { mle, mean, map: null };
  return { mle, mean, map: alpha > beta ? 1 : 0 };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
