// Right: the table is taken apart into columns, each of which has a small tidy of its own, and the score is summed over the columns.
import * as tf from '@tensorflow/tfjs';

function columnsOf(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('X is empty');
  const columns: number[][] = X[0].map(() => []);
  for (const row of X) {
    if (row.length !== columns.length) throw new TypeError('X is ragged');
    row.forEach((v, j) => columns[j].push(v));
  }
  return columns;
}

function standardColumn(values: number[]): number[] {
  if (new Set(values).size <= 1) return values.map(() => 0);
  return tf.tidy(() => {
    const x = tf.tensor1d(values);
    const offsets = tf.sub(x, tf.mean(x));
    const deviation = tf.div(tf.norm(offsets), Math.sqrt(values.length));
    return Array.from(tf.div(offsets, deviation).dataSync());
  });
}

export function standardise(X: number[][]): number[][] {
  const columns = columnsOf(X).map(standardColumn);
  return X.map((_, i) => columns.map(column => column[i]));
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const columns = columnsOf(X);
  if (columns.length !== weights.length) throw new TypeError('one weight for each column');
  return tf.tidy(() => {
    const terms: tf.Tensor[] = columns.map((column, j) =>
      tf.mul(tf.tensor1d(standardColumn(column)), tf.scalar(weights[j])),
    );
    const scores = terms.reduce((sum, term) => tf.add(sum, term), tf.fill([X.length], bias));
    return Array.from(tf.sigmoid(scores).dataSync());
  });
}
