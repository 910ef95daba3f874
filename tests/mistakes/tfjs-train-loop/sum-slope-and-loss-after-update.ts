// Wrong, twice: training takes the slope of the sum instead of the mean of a batch, and it records each loss after the update.
import * as tf from '@tensorflow/tfjs';

const guard = (ok: boolean, what: string): void => {
  if (!ok) throw new Error(what);
};

function guardAll(X: number[][], y: number[]): void {
  guard(X.length > 0, 'no rows');
  guard(new Set(X.map(r => r.length)).size === 1, 'ragged');
  guard(y.length === X.length, 'labels');
  guard(
    y.every(v => v === 0 || v === 1),
    'label values',
  );
}

export function batches(order: number[], batchSize: number): number[][] {
  guard(Number.isInteger(batchSize) && batchSize > 0, 'batchSize');
  return order.reduce<number[][]>((acc, row, i) => {
    if (i % batchSize === 0) acc.push([]);
    acc[acc.length - 1].push(row);
    return acc;
  }, []);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  guardAll(X, y);
  guard(weights.length === X[0].length, 'weights');
  return tf.tidy(() => {
    const s = tf.add(tf.dot(tf.tensor2d(X), tf.tensor1d(weights)), bias);
    return tf.mean(tf.sub(tf.softplus(s), tf.mul(s, tf.tensor1d(y)))).dataSync()[0];
  });
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  guardAll(X, y);
  guard(weights.length === X[0].length, 'weights');
  return tf.tidy(() => {
    const x = tf.tensor2d(X);
    const e = tf.sub(tf.sigmoid(tf.add(tf.dot(x, tf.tensor1d(weights)), bias)), tf.tensor1d(y));
    const w = tf.mean(tf.mul(x, tf.expandDims(e, 1)), 0);
    return { weights: Array.from(w.dataSync()), bias: tf.mean(e).dataSync()[0] };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  guardAll(X, y);
  guard(options.order.length === options.epochs, 'epochs');
  batches([], options.batchSize);
  for (const list of options.order) {
    guard([...list].sort((a, b) => a - b).join() === [...X.keys()].join(), 'order');
  }
  let weights = X[0].map(() => 0);
  let bias = 0;
  const losses: number[] = [];
  for (const list of options.order) {
    for (const batch of batches(list, options.batchSize)) {
      const bx = batch.map(i => X[i]);
      const by = batch.map(i => y[i]);
      const g = gradient(bx, by, weights, bias);
      weights = weights.map((w, j) => w - options.learningRate * batch.length * g.weights[j]);
      bias -= options.learningRate * batch.length * g.bias;
      losses.push(loss(bx, by, weights, bias));
    }
  }
  return { weights, bias, losses };
}
