// Divides by the number of trials, whatever it is.
const unit = (p: number) => {
  if (p >= 0 && p <= 1) return p;
  throw new RangeError('unit');
};
const natural = (m: number) => {
  if (m >= 0 && Math.floor(m) === m) return m;
  throw new RangeError('natural');
};

export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  const [p, se, sp, m] = [unit(prior), unit(sensitivity), unit(specificity), natural(positives)];
  if (m === 0) return p;
  const ill = Math.log(p) + m * Math.log(se);
  const healthy = Math.log(1 - p) + m * Math.log(1 - sp);
  const top = Math.max(ill, healthy);
  if (top === -Infinity) throw new RangeError('impossible');
  return Math.exp(ill - top) / (Math.exp(ill - top) + Math.exp(healthy - top));
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  const failures = natural(natural(trials) - natural(successes));
  const alpha = a + successes;
  const beta = b + failures;
  const flat = alpha === 1 && beta === 1;
  const horns = alpha < 1 && beta < 1;
  const map =
    flat || horns
      ? null
      : alpha > 1 && beta > 1
        ? (alpha - 1) / (alpha + beta - 2)
        : Number(alpha > beta);
  return { mle: successes / trials, map, mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('gaussian');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
