import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  return tf.tidy(() => {
    const T = tf.tensor2d(X.flat(), [X.length, X[0].length]);
    const { mean, variance } = tf.moments(T, 0);
    const flat = T.max(0).equal(T.min(0));
    return T.sub(mean)
      .div(tf.where(flat, tf.onesLike(mean), variance.sqrt()))
      .arraySync() as number[][];
  });
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() => {
    const Z = tf.tensor2d(standardise(X));
    return Array.from(Z.dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync());
  });
}
