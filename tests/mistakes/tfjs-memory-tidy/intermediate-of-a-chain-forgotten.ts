// Wrong: standardise disposes of what has a name, but the unnamed result inside a nested call stays.
import * as tf from '@tensorflow/tfjs';

function fail(text: string): never {
  throw new Error(text);
}

function table(X: number[][]): number[][] {
  if (X.length === 0) fail('no rows');
  const d = X[0].length;
  return X.map(row => (row.length === d ? row : fail('rows of different lengths')));
}

export function standardise(X: number[][]): number[][] {
  const rows = table(X);
  const x = tf.tensor2d(rows);
  const mean = tf.mean(x, 0);
  const centred = tf.sub(x, mean);
  const variance = tf.mean(tf.square(centred), 0);
  const deviation = tf.sqrt(variance);
  const z = tf.div(centred, deviation);
  const values = z.arraySync() as number[][];
  tf.dispose([x, mean, centred, variance, deviation, z]);
  const constant = rows[0].map((v, j) => rows.every(row => row[j] === v));
  return values.map(row => row.map((v, j) => (constant[j] ? 0 : v)));
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (table(X)[0].length !== weights.length) fail('weights of another number');
  return tf.tidy(() => {
    const z = tf.tensor2d(standardise(X));
    const s = tf.add(tf.matMul(z, tf.tensor2d(weights, [weights.length, 1])), bias);
    return Array.from(tf.sigmoid(s).dataSync());
  });
}
