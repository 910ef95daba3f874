import * as tf from '@tensorflow/tfjs';

const scale = (X: number[][]) =>
  tf.tidy(() => {
    if (X.length === 0 || X.some(r => r.length !== X[0].length)) throw new Error('bad table');
    const T = tf.tensor2d(X);
    const { mean, variance } = tf.moments(T, 0);
    const sigma = tf.where(T.max(0).equal(T.min(0)), tf.onesLike(mean), variance.sqrt());
    return T.sub(mean).div(sigma) as tf.Tensor2D;
  });

export function standardise(X: number[][]): number[][] {
  return scale(X) as unknown as number[][];
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() =>
    scale(X).dot(tf.tensor1d(weights)).add(bias).sigmoid(),
  ) as unknown as number[];
}
