// Two mistakes: the ends of the MAP are the wrong way round, and the variance has a root.
const bad = (message: string) => new RangeError(message);
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  if (prior < 0 || prior > 1) throw bad('prior');
  if (sensitivity < 0 || sensitivity > 1) throw bad('sensitivity');
  if (specificity < 0 || specificity > 1) throw bad('specificity');
  if (positives < 0 || positives % 1 !== 0) throw bad('positives');
  if (positives === 0) return prior;
  const falsePositiveRate = 1 - specificity;
  let p = prior;
  for (let i = 0; i < positives; i++) {
    const marginal = sensitivity * p + falsePositiveRate * (1 - p);
    if (marginal === 0) throw bad('marginal');
    p = (sensitivity * p) / marginal;
  }
  return p;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (!(a > 0 && b > 0)) throw bad('prior');
  if (successes % 1 !== 0 || trials % 1 !== 0) throw bad('whole');
  if (successes < 0 || successes > trials) throw bad('range');
  const alpha = a + successes;
  const beta = b + trials - successes;
  let map: number | null = null;
  if (alpha > 1 && beta > 1) map = (alpha - 1) / (alpha + beta - 2);
  else if (alpha > 1 || (alpha === 1 && beta < 1)) map = 0;
  else if (beta > 1 || (beta === 1 && alpha < 1)) map = 1;
  return { mle: trials === 0 ? null : successes / trials, map, mean: alpha / (alpha + beta) };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw bad('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: Math.hypot(...x.map(v => v - mean)) / Math.sqrt(x.length) };
}
