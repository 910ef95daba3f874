import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  if (X.length === 0 || X.some(row => row.length !== X[0].length)) throw new Error('X');
  const Z = tf.tidy(() => {
    const T = tf.tensor2d(X);
    const [low, high] = [T.min(0), T.max(0)];
    const width = high.sub(low);
    return T.sub(low).div(tf.where(width.equal(0), tf.onesLike(width), width));
  });
  return Z.arraySync() as number[][];
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() =>
    Array.from(
      tf.tensor2d(standardise(X)).dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync(),
    ),
  );
}
