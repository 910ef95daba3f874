/** A network of d features, h hidden units and one output; a gradient has the same shape. */
export interface Network {
  /** [d][h]: row j leads from feature j to every hidden unit. */
  hiddenWeights: number[][];
  /** [h] */
  hiddenBiases: number[];
  /** [h] */
  outputWeights: number[];
  outputBias: number;
}

/**
 * Sends every row through the network.
 * @param X examples [n][d]
 * @returns the hidden units [n][h], the logits [n] and the probabilities of label 1 [n]
 */
export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  throw new Error('TODO: forward');
}

/**
 * The mean cross-entropy, and its slope in the direction of every weight and bias.
 * @param X examples [n][d]
 * @param y labels [n], each 0 or 1
 */
export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  throw new Error('TODO: lossAndGradient');
}

/** Makes exactly `steps` updates against the gradient; `losses` holds the start and every update. */
export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  throw new Error('TODO: train');
}
