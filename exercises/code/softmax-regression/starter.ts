/**
 * log Σ exp(z), for logits of any size.
 * @param logits [K], one at least
 */
export function logSumExp(logits: number[]): number {
  throw new Error('TODO: logSumExp');
}

/**
 * Probabilities in proportion to exp(z), for logits of any size.
 * @param logits [K]
 * @returns [K], adding up to 1
 */
export function softmax(logits: number[]): number[] {
  throw new Error('TODO: softmax');
}

/**
 * The probability of every class for every row.
 * @param X examples [n][d]
 * @param weights [d][K]
 * @param bias [K]
 * @returns [n][K]
 */
export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  throw new Error('TODO: predictProba');
}

/**
 * The mean cross-entropy in nats, plus l2 / 2 times the sum of squared weights.
 * @param y labels [n], each 0 … K − 1
 */
export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  throw new Error('TODO: loss');
}

/**
 * The slope of the loss.
 * @returns weights [d][K] and bias [K]
 */
export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  throw new Error('TODO: gradient');
}

/**
 * Gradient descent from zeros.
 * @returns weights [d][K], bias [K], and losses [steps + 1]
 */
export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  throw new Error('TODO: fit');
}

/**
 * The most probable class of every row.
 * @returns labels [n]
 */
export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  throw new Error('TODO: predict');
}
