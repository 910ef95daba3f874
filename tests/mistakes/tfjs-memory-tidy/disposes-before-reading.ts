import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  const T = tf.tensor2d(X);
  const Z = tf.tidy(() => {
    const { mean, variance } = tf.moments(T, 0);
    const flat = T.max(0).equal(T.min(0));
    return T.sub(mean).div(tf.where(flat, tf.onesLike(mean), variance.sqrt()));
  });
  tf.dispose([T, Z]);
  return Z.arraySync() as number[][];
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const Z = standardise(X);
  return tf.tidy(() =>
    Array.from(tf.tensor2d(Z).dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync()),
  );
}
