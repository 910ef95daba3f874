/**
 * The rows nearest to a query.
 * @param X training points [n][d]
 * @param query a point [d]
 * @returns indices of rows, the nearest first; k of them, or n where k is larger
 */
export function nearest(X: number[][], query: number[], k: number): number[] {
  throw new Error('TODO: nearest');
}

/**
 * Lets the nearest training points vote on the class of each query.
 * @param X training points [n][d]
 * @param y their classes [n], each 0 … classes − 1
 * @param queries points to be classified [q][d]
 * @param options weights is 'uniform' by default
 * @returns labels [q] and the shares of the votes [q][classes]
 */
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  throw new Error('TODO: predict');
}
