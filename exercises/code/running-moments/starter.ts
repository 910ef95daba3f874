/** What is kept of a list of numbers: how many, their mean, and the sum of squared deviations from it. */
export type Moments = { n: number; mean: number; m2: number };

/** The summary of no numbers. */
export function empty(): Moments {
  throw new Error('TODO: empty');
}

/**
 * The summary of the same numbers and one more.
 * @param moments a summary, which stays as it is
 * @param x the number that comes in
 */
export function push(moments: Moments, x: number): Moments {
  throw new Error('TODO: push');
}

/**
 * The variance of the numbers behind a summary.
 * @param ddof 0 to divide by n, 1 to divide by n − 1
 * @returns NaN where n is not above ddof
 */
export function variance(moments: Moments, ddof: 0 | 1): number {
  throw new Error('TODO: variance');
}

/** The summary of the numbers behind both summaries together. */
export function merge(a: Moments, b: Moments): Moments {
  throw new Error('TODO: merge');
}

/**
 * The covariance of every two columns.
 * @param X observations [n][d]
 * @param ddof 0 to divide by n, 1 to divide by n − 1
 * @returns [d][d]
 */
export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  throw new Error('TODO: covariance');
}
