// Right: one tidy with tf.moments, constant columns being told apart by comparing their numbers before any tensor exists.
import * as tf from '@tensorflow/tfjs';

function dimensions(X: number[][]): [number, number] {
  if (X.length === 0) throw new RangeError('no rows');
  const d = X[0].length;
  for (const row of X) if (row.length !== d) throw new TypeError('rows of different lengths');
  return [X.length, d];
}

/** 1 for each column that varies, 0 for each that does not. */
function varies(X: number[][]): number[] {
  return X[0].map((first, j) => (X.some(row => row[j] !== first) ? 1 : 0));
}

function scaled(X: number[][]): tf.Tensor2D {
  return tf.tidy(() => {
    const x = tf.tensor2d(X, dimensions(X));
    const mask = tf.tensor1d(varies(X));
    const { mean } = tf.moments(x, 0);
    const centred = tf.mul(tf.sub(x, mean), mask);
    const variance = tf.mean(tf.square(centred), 0);
    // a constant column is all zeros by now, and may be divided by 1
    const deviation = tf.add(tf.sqrt(variance), tf.sub(1, mask));
    return tf.div(centred, deviation) as tf.Tensor2D;
  });
}

export function standardise(X: number[][]): number[][] {
  dimensions(X);
  return tf.tidy(() => scaled(X).arraySync());
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const [, d] = dimensions(X);
  if (weights.length !== d) throw new TypeError('weights of another number');
  return tf.tidy(() => {
    const scores = tf.add(tf.sum(tf.mul(scaled(X), tf.tensor1d(weights)), 1), tf.scalar(bias));
    return Array.from(tf.sigmoid(scores).dataSync());
  });
}
