// Wrong on rare input: any column whose deviation is below 1e-4 becomes zeros, although a column of tiny numbers may well vary.
import * as tf from '@tensorflow/tfjs';

const TINY = 1e-4;

type Stats = { mean: Float32Array; deviation: Float32Array };

function stats(X: number[][]): Stats {
  return tf.tidy(() => {
    const x = tf.tensor2d(X);
    const mean = tf.mean(x, 0);
    const deviation = tf.sqrt(tf.mean(tf.square(tf.sub(x, mean)), 0));
    return {
      mean: mean.dataSync() as Float32Array,
      deviation: deviation.dataSync() as Float32Array,
    };
  });
}

export function standardise(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged');
  const { mean, deviation } = stats(X);
  return X.map(row =>
    row.map((v, j) =>
      deviation[j] <= TINY * Math.max(1, Math.abs(mean[j])) ? 0 : (v - mean[j]) / deviation[j],
    ),
  );
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const Z = standardise(X);
  if (Z[0].length !== weights.length) throw new TypeError('weights');
  return tf.tidy(() =>
    Array.from(
      tf.sigmoid(tf.add(tf.dot(tf.tensor2d(Z), tf.tensor1d(weights)), tf.scalar(bias))).dataSync(),
    ),
  );
}
