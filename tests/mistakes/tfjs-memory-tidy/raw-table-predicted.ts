// Wrong: predict takes the scores of the raw table and forgets to standardise it.
import * as tf from '@tensorflow/tfjs';

function shape(X: number[][]): { n: number; d: number } {
  const widths = new Set(X.map(row => row.length));
  if (widths.size !== 1) throw new Error(widths.size === 0 ? 'no rows' : 'rows differ in length');
  return { n: X.length, d: X[0].length };
}

export function standardise(X: number[][]): number[][] {
  const { n, d } = shape(X);
  const buffer = tf.tidy(() => {
    const columns = tf.transpose(tf.tensor2d(X));
    const parts = tf.unstack(columns).map((column, j) => {
      if (X.every(row => row[j] === X[0][j])) return tf.zeros([n]);
      const centred = tf.sub(column, tf.mean(column));
      return tf.div(centred, tf.sqrt(tf.mean(tf.square(centred))));
    });
    return tf.stack(parts, 1).dataSync();
  });
  return Array.from({ length: n }, (_, i) => Array.from(buffer.slice(i * d, (i + 1) * d)));
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const { d } = shape(X);
  if (weights.length !== d) throw new TypeError('weights');
  return tf.tidy(() => {
    const scores = tf.add(tf.dot(tf.tensor2d(X), tf.tensor1d(weights)), tf.scalar(bias));
    return tf.sigmoid(scores).arraySync() as number[];
  });
}
