// Wrong, twice: squares are divided by n - 1, and a single weight for several columns is silently broadcast.
import * as tf from '@tensorflow/tfjs';

function validate(X: number[][]): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged rows');
}

function z(X: number[][]): tf.Tensor2D {
  const x = tf.tensor2d(X);
  const mean = tf.mean(x, 0);
  const diff = tf.sub(x, mean);
  const n = Math.max(X.length - 1, 1);
  const sd = tf.sqrt(tf.div(tf.sum(tf.square(diff), 0), n));
  const constant = X[0].map((v, j) => X.every(row => row[j] === v));
  const mask = tf.tensor1d(constant.map(c => (c ? 0 : 1)));
  const safe = tf.where(tf.cast(mask, 'bool'), sd, tf.onesLike(sd));
  return tf.mul(tf.div(diff, safe), mask) as tf.Tensor2D;
}

export function standardise(X: number[][]): number[][] {
  validate(X);
  return tf.tidy(() => z(X).arraySync());
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  validate(X);
  return tf.tidy(() => {
    const weighted = tf.mul(z(X), tf.tensor1d(weights));
    return Array.from(tf.sigmoid(tf.add(tf.sum(weighted, 1), bias)).dataSync());
  });
}
