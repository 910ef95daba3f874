import * as tf from '@tensorflow/tfjs';

function z(X: number[][]): tf.Tensor2D {
  if (X.length < 1 || X.some(row => row.length !== X[0].length)) throw new Error('not a table');
  const T = tf.tensor2d(X);
  const mean = tf.mean(T, 0);
  const variance = tf.mean(tf.square(tf.sub(T, mean)), 0);
  const isZero = tf.equal(variance, tf.scalar(0));
  const sigma = tf.where(isZero, tf.onesLike(variance), tf.sqrt(variance));
  return tf.div(tf.sub(T, mean), sigma);
}

export function standardise(X: number[][]): number[][] {
  return tf.tidy(() => z(X).arraySync());
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() => {
    const scores = tf.dot(z(X), tf.tensor1d(weights));
    return Array.from(tf.sigmoid(tf.add(scores, bias)).dataSync());
  });
}
