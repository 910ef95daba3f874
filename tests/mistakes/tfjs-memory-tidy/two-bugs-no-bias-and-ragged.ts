import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  return tf.tidy(() => {
    const T = tf.tensor2d(X);
    const { mean, variance } = tf.moments(T, 0);
    const flat = T.max(0).equal(T.min(0));
    return T.sub(mean)
      .div(tf.where(flat, tf.onesLike(mean), variance.sqrt()))
      .arraySync() as number[][];
  });
}

export function predict(X: number[][], weights: number[], _bias: number): number[] {
  const Z = standardise(X);
  return tf.tidy(() => Array.from(tf.tensor2d(Z).dot(tf.tensor1d(weights)).sigmoid().dataSync()));
}
