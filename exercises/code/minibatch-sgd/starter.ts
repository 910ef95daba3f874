/**
 * Cuts the order of one epoch into batches.
 * @param order row numbers, in the order in which they are visited
 * @param batchSize how many go into a batch; the last may have fewer
 */
export function batches(order: number[], batchSize: number): number[][] {
  throw new Error('TODO: batches');
}

/**
 * The slope of the mean squared error over the rows of one batch.
 * @param X examples [n][d]
 * @param y targets [n]
 * @param batch the rows that count, as positions in X and y [m]
 */
export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  throw new Error('TODO: gradient');
}

/**
 * Linear regression by mini-batch stochastic gradient descent.
 * @param options `order` holds one list of all row numbers for each epoch [epochs][n]
 * @returns where the walk ends, and the loss over all rows after each epoch [epochs]
 */
export function sgd(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
): { weights: number[]; bias: number; epochLosses: number[] } {
  throw new Error('TODO: sgd');
}
