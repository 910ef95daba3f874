// Wrong: all epochs are joined into one list before it is cut, so a batch may reach from one epoch into the next.
import * as tf from '@tensorflow/tfjs';

type Data = { X: number[][]; y: number[] };

function verified(X: number[][], y: number[]): Data {
  if (!X.length) throw new RangeError('No rows.');
  const lengths = X.map(r => r.length);
  if (Math.min(...lengths) !== Math.max(...lengths)) throw new TypeError('Ragged rows.');
  if (y.length !== X.length) throw new TypeError('Labels do not fit.');
  if (y.find(v => v !== 0 && v !== 1) !== undefined) throw new RangeError('Odd label.');
  return { X, y };
}

function pick({ X, y }: Data, rows: number[]): Data {
  return { X: rows.map(r => X[r]), y: rows.map(r => y[r]) };
}

function lossAndSlope({ X, y }: Data, weights: number[], bias: number) {
  return tf.tidy(() => {
    const x = tf.tensor2d(X);
    const t = tf.tensor1d(y);
    const run = tf.valueAndGrads((w: tf.Tensor, b: tf.Tensor) => {
      const s = tf.add(tf.sum(tf.mul(x, w), 1), b);
      return tf.mean(tf.sub(tf.softplus(s), tf.mul(t, s)));
    });
    const { value, grads } = run([tf.tensor1d(weights), tf.scalar(bias)]);
    return {
      value: value.dataSync()[0],
      weights: Array.from(grads[0].dataSync()),
      bias: grads[1].dataSync()[0],
    };
  });
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('Bad batch size.');
  const chunks: number[][] = [];
  for (let i = 0; i < order.length; i++) {
    if (i % batchSize) chunks[chunks.length - 1].push(order[i]);
    else chunks.push([order[i]]);
  }
  return chunks;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const data = verified(X, y);
  if (weights.length !== X[0].length) throw new TypeError('Weights do not fit.');
  return lossAndSlope(data, weights, bias).value;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const data = verified(X, y);
  if (weights.length !== X[0].length) throw new TypeError('Weights do not fit.');
  const { weights: w, bias: b } = lossAndSlope(data, weights, bias);
  return { weights: w, bias: b };
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  const data = verified(X, y);
  const { order, learningRate } = options;
  if (order.length !== options.epochs) throw new RangeError('One list per epoch.');
  for (const list of order) {
    if (list.length !== X.length) throw new RangeError('Every row once.');
    for (let i = 0; i < X.length; i++)
      if (!list.includes(i)) throw new RangeError('Every row once.');
  }
  const all = batches(order.flat(), options.batchSize);
  let weights = new Array<number>(X[0].length).fill(0);
  let bias = 0;
  const losses = all.map(rows => {
    const step = lossAndSlope(pick(data, rows), weights, bias);
    weights = weights.map((w, j) => w - learningRate * step.weights[j]);
    bias = bias - learningRate * step.bias;
    return step.value;
  });
  return { weights, bias, losses };
}
