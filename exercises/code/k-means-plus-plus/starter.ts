/**
 * The squared distance from every point to the nearest of the centroids chosen so far.
 * @param X points [n][d]
 * @param centroids [k][d], one at least
 * @returns squared distances [n]
 */
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  throw new Error('TODO: nearestSquared');
}

/**
 * One index, picked in proportion to its weight.
 * @param weights [n], none negative
 * @param u a number in [0, 1)
 * @returns the first index whose cumulative weight is greater than u · total
 */
export function pickWeighted(weights: number[], u: number): number {
  throw new Error('TODO: pickWeighted');
}

/**
 * Starting centroids for k-means, drawn by squared distance.
 * @param X points [n][d]
 * @param K how many centroids, 1 … n
 * @param random gives another number in [0, 1) each time it is called
 * @returns copies of rows of X in the order in which they were picked [K][d]
 */
export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  throw new Error('TODO: kMeansPlusPlus');
}
