/** The probability of being ill after a number of positive results: each posterior is the next prior. */
export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives = 1,
): number {
  for (const probability of [prior, sensitivity, specificity]) {
    if (probability < 0 || probability > 1) {
      throw new RangeError(`posterior: a probability of ${probability}`);
    }
  }
  checkCount('posterior', positives);

  let belief = prior;
  for (let result = 0; result < positives; result += 1) {
    const ill = belief * sensitivity; // the share of everybody who is ill and positive
    const healthy = (1 - belief) * (1 - specificity); // … who is healthy and positive
    if (ill + healthy === 0) throw new RangeError('posterior: nobody could have tested positive');
    belief = ill / (ill + healthy);
  }
  return belief;
}

/** Three estimates of a chance, from a Beta(a, b) prior and counted trials. */
export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  if (a <= 0 || b <= 0) throw new RangeError(`betaBernoulli: a prior Beta(${a}, ${b})`);
  checkCount('betaBernoulli', successes);
  checkCount('betaBernoulli', trials);
  if (successes > trials) {
    throw new RangeError(`betaBernoulli: ${successes} successes in ${trials} trials`);
  }
  const alpha = a + successes; // the counts are all that the data have to say
  const beta = b + (trials - successes);
  return {
    mle: trials === 0 ? null : successes / trials,
    map: highestPoint(alpha, beta),
    mean: alpha / (alpha + beta),
  };
}

/** Where the density of Beta(alpha, beta) is highest; null where it is flat, or infinite at both ends. */
function highestPoint(alpha: number, beta: number): number | null {
  if (alpha > 1 && beta > 1) return (alpha - 1) / (alpha + beta - 2);
  if (alpha < 1 && beta < 1) return null;
  if (alpha === 1 && beta === 1) return null;
  return alpha > beta ? 1 : 0;
}

/** The mean and the variance (divided by n) under which a sample is most likely. */
export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length === 0) throw new RangeError('gaussianMLE: no numbers');
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const squares = x.map(value => (value - mean) ** 2); // small numbers, however large the mean is
  return { mean, variance: squares.reduce((sum, square) => sum + square, 0) / x.length };
}

function checkCount(caller: string, count: number): void {
  if (count < 0) throw new RangeError(`${caller}: a count of ${count}`);
  if (!Number.isInteger(count)) throw new RangeError(`${caller}: ${count} is not a whole number`);
}
