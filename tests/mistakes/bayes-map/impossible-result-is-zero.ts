// Where nobody could have tested positive, it answers 0 instead of refusing.
const refuse = (why: string): never => {
  throw new RangeError(why);
};
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  for (const p of [prior, sensitivity, specificity]) if (p < 0 || p > 1) refuse(`p = ${p}`);
  if (positives < 0 || !Number.isInteger(positives)) refuse(`positives = ${positives}`);
  let p = prior;
  for (let i = 0; i < positives; i++) {
    const evidence = p * sensitivity + (1 - p) * (1 - specificity);
    p = evidence > 0 ? (p * sensitivity) / evidence : 0;
  }
  return p;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) refuse('prior');
  if (!Number.isInteger(successes) || !Number.isInteger(trials)) refuse('whole');
  if (successes < 0 || successes > trials) refuse('range');
  const alpha = a + successes;
  const beta = b + (trials - successes);
  const inner = () => (alpha - 1) / (alpha + beta - 2);
  const end = () => (alpha === beta ? null : Math.max(alpha, beta) < 1 ? null : +(alpha > beta));
  return {
    mle: trials === 0 ? null : successes / trials,
    map: Math.min(alpha, beta) > 1 ? inner() : end(),
    mean: alpha / (alpha + beta),
  };
}
export function gaussianMLE(x: number[]) {
  if (!x.length) refuse('no numbers');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
