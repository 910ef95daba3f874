// Two mistakes: every trial counts as a failure too, and fractional counts are let through.
function probability(p: number) {
  if (p < 0 || p > 1) throw new RangeError('probability');
}
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  probability(prior);
  probability(sensitivity);
  probability(specificity);
  if (positives < 0) throw new RangeError('negative');
  let p = prior;
  for (let i = 0; i < positives; i++) {
    const q = p * sensitivity + (1 - p) * (1 - specificity);
    if (q === 0) throw new RangeError('impossible');
    p *= sensitivity / q;
  }
  return p;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  if (successes < 0 || successes > trials) throw new RangeError('range');
  const alpha = a + successes;
  const beta = b + trials;
  let map: number | null = alpha > beta ? 1 : 0;
  if (alpha > 1 && beta > 1) map = (alpha - 1) / (alpha + beta - 2);
  else if ((alpha < 1 && beta < 1) || alpha === beta) map = null;
  return { mle: trials === 0 ? null : successes / trials, map, mean: alpha / (alpha + beta) };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
