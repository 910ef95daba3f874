// Trusts its callers.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  let p = prior;
  for (let i = 0; i < positives; i++) {
    p = (p * sensitivity) / (p * sensitivity + (1 - p) * (1 - specificity));
  }
  return p;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  const alpha = a + successes;
  const beta = b + trials - successes;
  let map: number | null = alpha > beta ? 1 : 0;
  if (alpha > 1 && beta > 1) map = (alpha - 1) / (alpha + beta - 2);
  if ((alpha < 1 && beta < 1) || (alpha === 1 && beta === 1)) map = null;
  return { mle: trials === 0 ? null : successes / trials, map, mean: alpha / (alpha + beta) };
}
export function gaussianMLE(x: number[]) {
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
