import * as tf from '@tensorflow/tfjs';

const check = (X: number[][]) => {
  if (X.length === 0 || X.some(row => row.length !== X[0].length)) throw new Error('bad X');
};

export function standardise(X: number[][]): number[][] {
  check(X);
  return tf.tidy(() => {
    const T = tf.tensor2d(X);
    const { mean, variance } = tf.moments(T, 0);
    const flat = tf.equal(T.max(0), T.min(0));
    return T.sub(mean)
      .div(tf.where(flat, tf.onesLike(mean), variance.sqrt()))
      .arraySync() as number[][];
  });
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  check(X);
  return tf.tidy(() => {
    const T = tf.tensor2d(X);
    return Array.from(T.dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync());
  });
}
