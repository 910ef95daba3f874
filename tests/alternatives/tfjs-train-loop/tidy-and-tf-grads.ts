// Right: every step lives in a tf.tidy, tf.grads differentiates softplus(s) - y s, and the parameters are plain numbers between the steps.
import * as tf from '@tensorflow/tfjs';

type Parameters2 = { weights: number[]; bias: number };

function checkData(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('no rows');
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of different lengths');
  if (y.length !== X.length) throw new TypeError('labels do not match the rows');
  if (y.some(label => label !== 0 && label !== 1)) throw new RangeError('labels must be 0 or 1');
}

function checkWeights(X: number[][], weights: number[]): void {
  if (weights.length !== X[0].length) throw new TypeError('weights do not match the columns');
}

function meanLoss(x: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor, b: tf.Tensor): tf.Scalar {
  const scores = tf.add(tf.sum(tf.mul(x, w), 1), b);
  return tf.mean(tf.sub(tf.softplus(scores), tf.mul(y, scores))) as tf.Scalar;
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
  const parts: number[][] = [];
  for (let from = 0; from < order.length; from += batchSize) {
    parts.push(order.slice(from, from + batchSize));
  }
  return parts;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  checkData(X, y);
  checkWeights(X, weights);
  return tf.tidy(
    () =>
      meanLoss(tf.tensor2d(X), tf.tensor1d(y), tf.tensor1d(weights), tf.scalar(bias)).dataSync()[0],
  );
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  checkData(X, y);
  checkWeights(X, weights);
  return tf.tidy(() => {
    const x = tf.tensor2d(X);
    const labels = tf.tensor1d(y);
    const slopes = tf.grads((w: tf.Tensor, b: tf.Tensor) => meanLoss(x, labels, w, b))([
      tf.tensor1d(weights),
      tf.scalar(bias),
    ]);
    return { weights: Array.from(slopes[0].dataSync()), bias: slopes[1].dataSync()[0] };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  const { learningRate, epochs, batchSize, order } = options;
  checkData(X, y);
  if (order.length !== epochs) throw new RangeError('one list for each epoch');
  for (const list of order) {
    const named = new Set(list);
    if (list.length !== X.length || named.size !== X.length) throw new RangeError('order');
    for (const row of list) if (!(row in X)) throw new RangeError('order');
  }
  const plan = order.map(list => batches(list, batchSize));
  batches([], batchSize);

  let now: Parameters2 = { weights: X[0].map(() => 0), bias: 0 };
  const losses: number[] = [];
  for (const batch of plan.flat()) {
    const rows = batch.map(i => X[i]);
    const labels = batch.map(i => y[i]);
    losses.push(loss(rows, labels, now.weights, now.bias));
    const slope = gradient(rows, labels, now.weights, now.bias);
    now = {
      weights: now.weights.map((w, j) => w - learningRate * slope.weights[j]),
      bias: now.bias - learningRate * slope.bias,
    };
  }
  return { weights: now.weights, bias: now.bias, losses };
}
