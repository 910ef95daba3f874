import * as tf from '@tensorflow/tfjs';

function normalise(X: number[][]): tf.Tensor2D {
  if (X.length === 0 || X.some(r => r.length !== X[0].length)) throw new Error('bad table');
  const T = tf.tensor2d(X);
  const { mean, variance } = tf.moments(T, 0);
  const flat = T.max(0).equal(T.min(0));
  return T.sub(mean).div(tf.where(flat, tf.onesLike(mean), variance.sqrt()));
}

export function standardise(X: number[][]): number[][] {
  return normalise(X).arraySync();
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const scores = normalise(X)
    .matMul(tf.tensor2d(weights, [X[0].length, 1]))
    .add(bias);
  return Array.from(scores.sigmoid().dataSync());
}
