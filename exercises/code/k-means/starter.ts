/**
 * The label of the nearest centroid for every point.
 * @param X points [n][d]
 * @param centroids [K][d]
 * @returns labels [n], each 0 … K − 1
 */
export function assign(X: number[][], centroids: number[][]): number[] {
  throw new Error('TODO: assign');
}

/**
 * The mean of every cluster.
 * @param X points [n][d]
 * @param labels [n], each 0 … K − 1
 * @param centroids where the centroids stand now [K][d]
 * @returns where they go [K][d]
 */
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  throw new Error('TODO: update');
}

/**
 * The sum of squared distances from each point to its own centroid.
 * @param X points [n][d]
 * @param labels [n], each 0 … K − 1
 * @param centroids [K][d]
 */
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  throw new Error('TODO: inertia');
}

/**
 * Lloyd's algorithm from given centroids.
 * @param X points [n][d]
 * @param initial the centroids to start from [K][d]
 * @returns centroids [K][d], labels [n], inertias [iterations + 1], and the number of updates made
 */
export function kMeans(
  X: number[][],
  initial: number[][],
  options?: { maxIterations?: number },
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  throw new Error('TODO: kMeans');
}
