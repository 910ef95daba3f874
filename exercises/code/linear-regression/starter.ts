/**
 * The weights and the bias with the least sum of squared residuals.
 * @param X features [n][d]
 * @param y targets [n]
 * @returns weights [d] and the bias
 */
export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  throw new Error('TODO: fit');
}

/**
 * Features times weights, plus the bias.
 * @param X features [n][d]
 * @param weights [d]
 * @returns [n]
 */
export function predict(X: number[][], weights: number[], bias: number): number[] {
  throw new Error('TODO: predict');
}

/**
 * How far predictions are from the targets.
 * @param y targets [n]
 * @param predictions [n]
 */
export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  throw new Error('TODO: metrics');
}

/**
 * The fit, and how far it can be trusted.
 * @param X features [n][d], more than d + 1 rows
 * @param y targets [n]
 * @returns the fit, its residuals [n] (target minus prediction), and what follows from them
 */
export function summary(
  X: number[][],
  y: number[],
): {
  weights: number[];
  bias: number;
  residuals: number[];
  variance: number;
  standardErrors: { weights: number[]; bias: number };
  tValues: { weights: number[]; bias: number };
  r2: number;
  adjustedR2: number;
} {
  throw new Error('TODO: summary');
}
