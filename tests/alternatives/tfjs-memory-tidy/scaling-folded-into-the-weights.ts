import * as tf from '@tensorflow/tfjs';

interface Scale {
  means: number[];
  divisors: number[];
}

/** Only the two rows of statistics leave the tidy, as numbers. */
function measure(X: number[][]): Scale {
  if (X.length === 0) throw new Error('at least one row is needed');
  const d = X[0].length;
  if (!X.every(row => row.length === d)) throw new Error('rows must be of one length');
  return tf.tidy(() => {
    const T = tf.tensor2d(X, [X.length, d]);
    const { mean, variance } = tf.moments(T, 0);
    const flat = T.min(0).equal(T.max(0)).dataSync();
    const means = Array.from(mean.dataSync());
    const divisors = Array.from(variance.sqrt().dataSync(), (s, j) => (flat[j] ? 1 : s));
    return { means, divisors };
  });
}

export function standardise(X: number[][]): number[][] {
  const { means, divisors } = measure(X);
  return X.map(row => row.map((x, j) => (x - means[j]) / divisors[j]));
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const { means, divisors } = measure(X);
  if (weights.length !== means.length) throw new Error('a weight for each column');
  const slopes = weights.map((w, j) => w / divisors[j]);
  const shift = slopes.reduce((sum, s, j) => sum - s * means[j], bias);
  return X.map(row => {
    const score = row.reduce((sum, x, j) => sum + x * slopes[j], shift);
    return 1 / (1 + Math.exp(-score));
  });
}
