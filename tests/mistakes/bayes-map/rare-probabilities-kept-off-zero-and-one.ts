// Wrong: clips all probabilities to 1e-12 … 1 - 1e-12 before taking logarithms, so certain states are forgotten after many results and an impossible result gets an answer.
const clip = (p: number) => Math.min(1 - 1e-12, Math.max(1e-12, p));
const logit = (p: number) => Math.log(clip(p)) - Math.log(1 - clip(p));

function mustBeProbability(p: number) {
  if (p < 0 || p > 1) throw new RangeError('not a probability: ' + p);
}

function mustBeCount(k: number) {
  if (k < 0 || !Number.isInteger(k)) throw new RangeError('not a count: ' + k);
}

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives = 1,
): number {
  mustBeProbability(prior);
  mustBeProbability(sensitivity);
  mustBeProbability(specificity);
  mustBeCount(positives);
  if (positives === 0) return prior;
  const evidence = Math.log(clip(sensitivity)) - Math.log(clip(1 - specificity));
  const odds = logit(prior) + positives * evidence;
  return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : 1 - 1 / (1 + Math.exp(odds));
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  if (!(a > 0)) throw new RangeError('a');
  if (!(b > 0)) throw new RangeError('b');
  mustBeCount(successes);
  mustBeCount(trials);
  if (trials < successes) throw new RangeError('successes exceed trials');
  const A = a + successes;
  const B = b + trials - successes;
  const mean = A / (A + B);
  const mle = trials ? successes / trials : null;
  if (A <= 1 && B <= 1)
    return { mle, mean, map: A === B || (A < 1 && B < 1) ? null : A > B ? 1 : 0 };
  if (A <= 1) return { mle, mean, map: 0 };
  if (B <= 1) return { mle, mean, map: 1 };
  return { mle, mean, map: (A - 1) / (A + B - 2) };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length === 0) throw new RangeError('sample is empty');
  const total = x.reduce((sum, v) => sum + v, 0);
  const mean = total / x.length;
  const variance = x.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / x.length;
  return { mean, variance };
}
