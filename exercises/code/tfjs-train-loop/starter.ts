import * as tf from '@tensorflow/tfjs';

/** @returns a list of rows cut into batches of `batchSize`, in its order; the last may be smaller. */
export function batches(order: number[], batchSize: number): number[][] {
  throw new Error('TODO: batches');
}

/** @returns the mean cross-entropy in nats of the labels y [n] of X [n][d]; no tensor stays. */
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  throw new Error('TODO: loss');
}

/** @returns the slope of `loss` in each weight [d] and in the bias; no tensor stays. */
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  throw new Error('TODO: gradient');
}

/** Trains from zeros, one update for each batch; `losses` has the loss of each batch before its update. */
export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  throw new Error('TODO: train');
}
