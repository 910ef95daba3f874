import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  if (new Set(X.map(row => row.length)).size !== 1) throw new TypeError('rows differ');
  return tf.tidy(() => {
    const T = tf.tensor2d(X);
    const { mean, variance } = tf.moments(T);
    const sigma = variance.sqrt().dataSync()[0];
    return T.sub(mean)
      .div(sigma === 0 ? 1 : sigma)
      .arraySync() as number[][];
  });
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const Z = standardise(X);
  if (Z[0].length !== weights.length) throw new TypeError('weights');
  return tf.tidy(() =>
    Array.from(tf.tensor2d(Z).dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync()),
  );
}
