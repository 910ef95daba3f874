/**
 * The probability of being ill after a number of positive results.
 * @param prior the share of people who are ill, 0 … 1
 * @param sensitivity P(positive | ill)
 * @param specificity P(negative | healthy)
 * @param positives how many results, all of them positive; 1 by default
 */
export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  throw new Error('TODO: posterior');
}

/**
 * Three estimates of a chance, from a Beta(a, b) prior and counted trials.
 * @returns the most likely value, the highest point of the posterior, and the posterior's mean;
 * null where there is no such value
 */
export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  throw new Error('TODO: betaBernoulli');
}

/**
 * The normal density under which a sample is most likely.
 * @param x numbers [n]
 */
export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  throw new Error('TODO: gaussianMLE');
}
