import * as tf from '@tensorflow/tfjs';

function scaled(X: number[][]): tf.Tensor {
  if (X.length < 2) throw new RangeError('a deviation needs two rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged');
  const T = tf.tensor2d(X);
  const { mean, variance } = tf.moments(T, 0);
  const flat = T.max(0).equal(T.min(0));
  return T.sub(mean).div(tf.where(flat, tf.onesLike(mean), variance.sqrt()));
}

export const standardise = (X: number[][]) => tf.tidy(() => scaled(X).arraySync() as number[][]);
export const predict = (X: number[][], weights: number[], bias: number) =>
  tf.tidy(() => Array.from(scaled(X).dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync()));
