import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  if (!X.length || !X.every(row => row.length === X[0].length)) throw new RangeError('X');
  return tf.tidy(() => {
    const T = tf.tensor2d(X);
    const { mean, variance } = tf.moments(T, 0);
    return T.sub(mean).div(variance.sqrt()).arraySync() as number[][];
  });
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() => {
    const Z = tf.tensor2d(standardise(X));
    return Array.from(
      Z.matMul(tf.tensor2d(weights, [Z.shape[1], 1]))
        .add(bias)
        .sigmoid()
        .dataSync(),
    );
  });
}
