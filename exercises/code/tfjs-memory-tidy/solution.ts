import * as tf from '@tensorflow/tfjs';

export function standardise(X: number[][]): number[][] {
  checkRows(X);
  return tf.tidy(() => scaled(tf.tensor2d(X)).arraySync()); // numbers pass, tensors end here
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  checkRows(X);
  const probabilities = tf.tidy(() => {
    const Z = scaled(tf.tensor2d(X)); // [n][d]
    const column = tf.tensor2d(weights, [Z.shape[1], 1]); // [d][1]
    return Z.matMul(column).add(bias).sigmoid(); // [n][1]: what is returned outlives the tidy
  });
  const values = Array.from(probabilities.dataSync()); // [n]
  probabilities.dispose();
  return values;
}

/** Makes tensors freely: whoever calls it has opened a tidy. */
function scaled(X: tf.Tensor2D): tf.Tensor2D {
  const { mean, variance } = tf.moments(X, 0); // [d] each, over the n rows
  const isFlat = tf.equal(tf.max(X, 0), tf.min(X, 0)); // rounding may leave the variance above 0
  const deviation = tf.where(isFlat, tf.onesLike(mean), tf.sqrt(variance)); // [d]
  return X.sub(mean).div(deviation);
}

/** tf.tensor2d lays rows of any lengths end to end, as long as the numbers fill the table. */
function checkRows(X: number[][]): void {
  if (X.length === 0) throw new RangeError('tidy: no rows');
  if (X.some(row => row.length !== X[0].length)) {
    throw new TypeError('tidy: rows of different lengths');
  }
}
