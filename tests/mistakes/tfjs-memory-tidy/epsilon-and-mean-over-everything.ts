// Wrong, twice: the mean is taken over the whole table instead of each column, and 1e-3 is added to every deviation.
import * as tf from '@tensorflow/tfjs';

const EPSILON = 1e-3;

function ensure(X: number[][], width?: number): void {
  if (X.length < 1) throw new RangeError('rows');
  const d = width ?? X[0].length;
  if (!X.every(row => row.length === d)) throw new TypeError('columns');
}

const isConstant = (X: number[][], j: number) => X.every(row => row[j] === X[0][j]);

function transformed(X: number[][]): tf.Tensor {
  const x = tf.tensor2d(X);
  const centre = tf.mean(x);
  const deviation = tf.sqrt(tf.mean(tf.squaredDifference(x, centre), 0));
  const raw = tf.div(tf.sub(x, centre), tf.add(deviation, EPSILON));
  return tf.mul(raw, tf.tensor1d(X[0].map((_, j) => (isConstant(X, j) ? 0 : 1))));
}

export function standardise(X: number[][]): number[][] {
  ensure(X);
  return tf.tidy(() => transformed(X).arraySync() as number[][]);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  ensure(X, weights.length);
  return tf.tidy(() => {
    const scores = tf.dot(transformed(X), tf.tensor1d(weights));
    return tf.sigmoid(tf.add(scores, bias)).arraySync() as number[];
  });
}
