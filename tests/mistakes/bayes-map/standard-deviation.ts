// Returns the root of the variance in its place.
function inside(p: number, low: number, high: number) {
  if (p < low || p > high) throw new RangeError(`${p} is not from ${low} to ${high}`);
}

export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  inside(prior, 0, 1);
  inside(sensitivity, 0, 1);
  inside(specificity, 0, 1);
  inside(positives, 0, Infinity);
  if (positives % 1) throw new RangeError('fraction');
  if (positives === 0) return prior;
  let odds = prior / (1 - prior);
  if (prior * sensitivity + (1 - prior) * (1 - specificity) === 0) throw new RangeError('0');
  const ratio = sensitivity / (1 - specificity);
  if (odds === Infinity || ratio === Infinity) return 1;
  for (let i = 0; i < positives; i++) odds *= ratio;
  return odds === Infinity ? 1 : odds / (1 + odds);
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  inside(trials, 0, Infinity);
  inside(successes, 0, trials);
  if (trials % 1 || successes % 1) throw new RangeError('fraction');
  const alpha = a + successes;
  const beta = b + trials - successes;
  const mean = alpha / (alpha + beta);
  const mle = trials === 0 ? null : successes / trials;
  if (alpha > 1 && beta > 1) return { mle, map: (alpha - 1) / (alpha + beta - 2), mean };
  if (alpha < 1 && beta < 1) return { mle, map: null, mean };
  if (alpha === beta) return { mle, map: null, mean };
  return { mle, map: alpha > beta ? 1 : 0, mean };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('empty');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: Math.sqrt(x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length) };
}
