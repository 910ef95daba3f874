// Wrong: refuses a test that nobody can fail even where there are no results at all, although the answer is then the prior whatever the test.
const between = (low: number, value: number, high: number): boolean =>
  low <= value && value <= high;

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives = 1,
): number {
  if (!between(0, prior, 1) || !between(0, sensitivity, 1) || !between(0, specificity, 1)) {
    throw new RangeError('prior, sensitivity and specificity are probabilities');
  }
  if (!Number.isInteger(positives) || positives < 0) throw new RangeError('positives is a count');
  const pPositive = sensitivity * prior + (1 - specificity) * (1 - prior);
  if (pPositive === 0) throw new RangeError('a positive result cannot happen');
  let odds = prior / (1 - prior);
  if (odds === Infinity) return 1;
  const factor = sensitivity / (1 - specificity);
  for (let k = 0; k < positives; k += 1) odds *= factor;
  return odds === Infinity ? 1 : odds / (1 + odds);
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  if (!(a > 0 && b > 0)) throw new RangeError('a and b are above 0');
  if (!Number.isInteger(trials) || trials < 0) throw new RangeError('trials is a count');
  if (!Number.isInteger(successes) || !between(0, successes, trials))
    throw new RangeError('successes is a count up to trials');
  const alpha = a + successes;
  const beta = b + trials - successes;
  function map(): number | null {
    if (alpha > 1) return beta > 1 ? (alpha - 1) / (alpha + beta - 2) : 1;
    if (beta > 1) return 0;
    if (alpha === beta || (alpha < 1 && beta < 1)) return null;
    return alpha === 1 ? 1 : 0;
  }
  return { mle: trials ? successes / trials : null, map: map(), mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length === 0) throw new RangeError('x is empty');
  const [first, ...others] = x;
  const sum = others.reduce((s, v) => s + (v - first), 0);
  const offset = sum / x.length;
  const squares = x.reduce((s, v) => s + (v - first - offset) ** 2, 0);
  return { mean: first + offset, variance: squares / x.length };
}
