// Wrong on rare input: the loss is log1p(exp(s)) as it stands, which is Infinity in single precision for scores above 88.
import * as tf from '@tensorflow/tfjs';

interface Batch {
  x: tf.Tensor2D;
  y: tf.Tensor1D;
}

function tensors(X: number[][], y: number[]): Batch {
  return { x: tf.tensor2d(X), y: tf.tensor1d(y) };
}

function score({ x }: Batch, w: tf.Tensor1D, b: tf.Scalar): tf.Tensor1D {
  return tf.add(tf.dot(x, w), b) as tf.Tensor1D;
}

function problems(X: number[][], y: number[], weights?: number[]): string | null {
  if (X.length === 0) return 'no rows';
  if (X.some(r => r.length !== X[0].length)) return 'rows of different lengths';
  if (weights && weights.length !== X[0].length) return 'weights';
  if (y.length !== X.length) return 'labels';
  if (y.some(v => v !== 0 && v !== 1)) return 'label values';
  return null;
}

function insist(problem: string | null): void {
  if (problem !== null) throw new Error(problem);
}

export function batches(order: number[], batchSize: number): number[][] {
  insist(Number.isInteger(batchSize) && batchSize >= 1 ? null : 'batchSize');
  const lists: number[][] = [];
  order.forEach((row, i) => {
    const k = Math.floor(i / batchSize);
    (lists[k] ??= []).push(row);
  });
  return lists;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  insist(problems(X, y, weights));
  return tf.tidy(() => {
    const batch = tensors(X, y);
    const s = score(batch, tf.tensor1d(weights), tf.scalar(bias));
    const each = tf.sub(tf.log1p(tf.exp(s)), tf.mul(batch.y, s));
    return tf.mean(each).dataSync()[0];
  });
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  insist(problems(X, y, weights));
  return tf.tidy(() => {
    const batch = tensors(X, y);
    const s = score(batch, tf.tensor1d(weights), tf.scalar(bias));
    const error = tf.sub(tf.sigmoid(s), batch.y) as tf.Tensor1D;
    const slope = tf.dot(error, batch.x);
    return {
      weights: Array.from(slope.dataSync()).map(g => g / X.length),
      bias: tf.sum(error).dataSync()[0] / X.length,
    };
  });
}

export function train(
  X: number[][],
  y: number[],
  {
    learningRate,
    epochs,
    batchSize,
    order,
  }: {
    learningRate: number;
    epochs: number;
    batchSize: number;
    order: number[][];
  },
): { weights: number[]; bias: number; losses: number[] } {
  insist(problems(X, y));
  insist(order.length === epochs ? null : 'epochs');
  batches([], batchSize);
  order.forEach(list => {
    const left = new Set(X.keys());
    for (const i of list) insist(left.delete(i) ? null : 'order');
    insist(left.size === 0 ? null : 'order');
  });
  let model = { weights: X[0].map(() => 0), bias: 0 };
  const losses: number[] = [];
  for (const batch of order.flatMap(list => batches(list, batchSize))) {
    const bx = batch.map(i => X[i]);
    const by = batch.map(i => y[i]);
    const g = gradient(bx, by, model.weights, model.bias);
    losses.push(loss(bx, by, model.weights, model.bias));
    model = {
      weights: model.weights.map((w, j) => w - learningRate * g.weights[j]),
      bias: model.bias - learningRate * g.bias,
    };
  }
  return { ...model, losses };
}
