import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  if (X.length === 0 || X.some(row => row.length !== X[0].length)) throw new TypeError('table');
  return tf.tidy(() => {
    const T = tf.tensor2d(X);
    const centred = T.sub(T.mean(0));
    const sigma = centred
      .square()
      .sum(0)
      .div(Math.max(1, X.length - 1))
      .sqrt();
    const flat = T.max(0).equal(T.min(0));
    return centred.div(tf.where(flat, tf.onesLike(sigma), sigma)).arraySync() as number[][];
  });
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const Z = standardise(X);
  if (weights.length !== Z[0].length) throw new TypeError('weights');
  return tf.tidy(() => {
    const scores = tf.tensor2d(Z).dot(tf.tensor1d(weights)).add(bias);
    return Array.from(scores.sigmoid().dataSync());
  });
}
