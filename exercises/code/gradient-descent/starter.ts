/** @returns one prediction per row of X [n][d]: its features times `weights` [d], plus `bias`. */
export function predict(X: number[][], weights: number[], bias: number): number[] {
  throw new Error('TODO: predict');
}

/** @returns the mean of the squared errors of the predictions for X [n][d] against y [n]. */
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  throw new Error('TODO: loss');
}

/** @returns the slope of `loss` in the direction of each weight [d] and of the bias. */
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  throw new Error('TODO: gradient');
}

/** Walks downhill from the start in `options`, at most `steps` updates. */
export function gradientDescent(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  throw new Error('TODO: gradientDescent');
}
