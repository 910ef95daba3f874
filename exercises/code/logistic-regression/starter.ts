/** @returns the probability in [0, 1] that belongs to the score z; no z makes it overflow. */
export function sigmoid(z: number): number {
  throw new Error('TODO: sigmoid');
}

/** @returns for each row of X [n][d] the probability of label 1. */
export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  throw new Error('TODO: predictProba');
}

/** @returns the mean cross-entropy in nats of labels y [n], plus l2 / 2 times the squared length of the weights. */
export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): number {
  throw new Error('TODO: loss');
}

/** @returns the slope of `loss` in the direction of each weight [d] and of the bias. */
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): { weights: number[]; bias: number } {
  throw new Error('TODO: gradient');
}

/** Makes exactly `steps` updates against the gradient; `losses` holds the start and every update. */
export function fit(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    l2?: number;
    weights?: number[];
    bias?: number;
  },
): { weights: number[]; bias: number; losses: number[] } {
  throw new Error('TODO: fit');
}

/** @returns for each row 1 where its probability is at least `threshold`, else 0. */
export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold?: number,
): number[] {
  throw new Error('TODO: predict');
}
