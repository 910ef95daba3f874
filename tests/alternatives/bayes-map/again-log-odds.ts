// Right: adds up log odds for the posterior and makes two passes over the sample.
function refuse(reason: string): never {
  throw new RangeError(reason);
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0;
const isProbability = (value: number) => value >= 0 && value <= 1;

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives = 1,
): number {
  if (![prior, sensitivity, specificity].every(isProbability))
    refuse('a probability is outside [0, 1]');
  if (!isCount(positives)) refuse('positives must be a whole number from 0');
  if (positives === 0) return prior;

  const illPossible = prior > 0 && sensitivity > 0;
  const healthyPossible = prior < 1 && specificity < 1;
  if (!illPossible && !healthyPossible) refuse('nobody could have tested positive');
  if (!illPossible) return 0;
  if (!healthyPossible) return 1;

  const logOdds =
    Math.log(prior) -
    Math.log1p(-prior) +
    positives * (Math.log(sensitivity) - Math.log1p(-specificity));
  return logOdds > 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  if (!(a > 0) || !(b > 0)) refuse('a and b must be above 0');
  if (!isCount(successes) || !isCount(trials))
    refuse('successes and trials must be whole numbers from 0');
  if (successes > trials) refuse('more successes than trials');

  const alpha = a + successes;
  const beta = b + (trials - successes);
  let map: number | null;
  if (alpha > 1 && beta > 1) map = (alpha - 1) / (alpha + beta - 2);
  else if (alpha === 1 && beta === 1) map = null;
  else if (alpha < 1 && beta < 1) map = null;
  else map = alpha > beta ? 1 : 0;

  return { mle: trials === 0 ? null : successes / trials, map, mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length === 0) refuse('no numbers');
  let sum = 0;
  for (const value of x) sum += value;
  const mean = sum / x.length;
  let squares = 0;
  for (const value of x) squares += (value - mean) ** 2;
  return { mean, variance: squares / x.length };
}
