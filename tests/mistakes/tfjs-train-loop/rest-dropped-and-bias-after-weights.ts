// Wrong, twice: a smaller last batch is dropped, and the bias is updated with a slope taken after the weights have moved.
import * as tf from '@tensorflow/tfjs';

function scoresOf(x: tf.Tensor2D, w: tf.Tensor1D, b: number): tf.Tensor1D {
  return tf.add(tf.sum(tf.mul(x, w), 1), tf.scalar(b)) as tf.Tensor1D;
}

function inspect(X: number[][], y: number[], width: number | undefined): void {
  if (X.length < 1) throw new RangeError('X is empty');
  const want = width === undefined ? X[0].length : width;
  for (const row of X) {
    if (row.length !== want) throw new TypeError('width');
  }
  if (y.length !== X.length) throw new TypeError('labels');
  if (!y.every(t => t === 0 || t === 1)) throw new RangeError('labels');
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize <= 0) throw new RangeError('batchSize');
  const count = Math.floor(order.length / batchSize);
  const cut: number[][] = [];
  for (let k = 0; k < count; k++) cut.push(order.slice(k * batchSize, k * batchSize + batchSize));
  return cut;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  inspect(X, y, weights.length);
  return tf.tidy(() => {
    const s = scoresOf(tf.tensor2d(X), tf.tensor1d(weights), bias);
    return tf.mean(tf.sub(tf.softplus(s), tf.mul(tf.tensor1d(y), s))).dataSync()[0];
  });
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  inspect(X, y, weights.length);
  return tf.tidy(() => {
    const x = tf.tensor2d(X);
    const e = tf.sub(tf.sigmoid(scoresOf(x, tf.tensor1d(weights), bias)), tf.tensor1d(y));
    const byColumn = tf.matMul(tf.expandDims(e, 0) as tf.Tensor2D, x);
    return {
      weights: Array.from(byColumn.dataSync(), v => v / X.length),
      bias: tf.mean(e).dataSync()[0],
    };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  inspect(X, y, undefined);
  batches([], options.batchSize);
  if (options.order.length !== options.epochs) throw new RangeError('epochs');
  if (options.order.some(list => list.length !== X.length || X.some((_, i) => !list.includes(i)))) {
    throw new RangeError('order');
  }
  const state = { weights: X[0].map(() => 0), bias: 0, losses: [] as number[] };
  options.order.forEach(list =>
    batches(list, options.batchSize).forEach(batch => {
      const rows = batch.map(i => X[i]);
      const labels = batch.map(i => y[i]);
      state.losses.push(loss(rows, labels, state.weights, state.bias));
      const { weights: slope } = gradient(rows, labels, state.weights, state.bias);
      state.weights = state.weights.map((w, j) => w - options.learningRate * slope[j]);
      state.bias -= options.learningRate * gradient(rows, labels, state.weights, state.bias).bias;
    }),
  );
  return state;
}
