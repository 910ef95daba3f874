import * as tf from '@tensorflow/tfjs';

const EPSILON = 1e-3; // as a batch normalisation layer has it

function scale(T: tf.Tensor2D): tf.Tensor2D {
  const { mean, variance } = tf.moments(T, 0, true);
  return T.sub(mean).div(variance.add(EPSILON).sqrt());
}

function table(X: number[][]): tf.Tensor2D {
  if (X.length === 0) throw new RangeError('empty');
  if (X.some(({ length }) => length !== X[0].length)) throw new TypeError('ragged');
  return tf.tensor2d(X);
}

export const standardise = (X: number[][]): number[][] =>
  tf.tidy(() => scale(table(X)).arraySync());

export const predict = (X: number[][], weights: number[], bias: number): number[] =>
  tf.tidy(() => {
    const w = tf.tensor2d(weights, [X[0]?.length ?? 0, 1]);
    return Array.from(scale(table(X)).matMul(w).add(bias).sigmoid().dataSync());
  });
