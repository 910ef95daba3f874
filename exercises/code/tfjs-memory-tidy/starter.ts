import * as tf from '@tensorflow/tfjs';

/** @returns X [n][d] with each column moved to mean 0 and scaled to deviation 1; no tensor stays. */
export function standardise(X: number[][]): number[][] {
  throw new Error('TODO: standardise');
}

/** @returns for each row of X [n][d] the probability of label 1 [n]; no tensor stays. */
export function predict(X: number[][], weights: number[], bias: number): number[] {
  throw new Error('TODO: predict');
}
