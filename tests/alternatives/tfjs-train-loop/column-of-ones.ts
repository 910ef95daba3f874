import * as tf from '@tensorflow/tfjs';

interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

export function batches(order: number[], batchSize: number): number[][] {
  if (Number.isNaN(batchSize) || batchSize < 1 || !Number.isInteger(batchSize)) {
    throw new RangeError('batch size');
  }
  const full = Math.floor(order.length / batchSize);
  const parts = Array.from({ length: full }, (_, k) =>
    order.slice(k * batchSize, k * batchSize + batchSize),
  );
  const rest = order.slice(full * batchSize);
  return rest.length > 0 ? [...parts, rest] : parts;
}

/** The bias is the weight of a last column of ones. */
function prepared(X: number[][], y: number[], d: number): number[][] {
  const fits = X.length > 0 && X.every(row => row.length === d) && y.length === X.length;
  if (!fits) throw new TypeError('X and y');
  if (y.some(label => label !== 0 && label !== 1)) throw new RangeError('y');
  return X.map(row => [...row, 1]);
}

function cost(A: number[][], y: number[], theta: tf.Tensor): tf.Scalar {
  const logits = tf.tensor2d(A).matMul<tf.Tensor2D>(theta.as2D(theta.size, 1)).flatten();
  return tf.losses.sigmoidCrossEntropy(tf.tensor1d(y), logits);
}

const slopeAt = (A: number[][], y: number[], theta: number[]): number[] =>
  tf.tidy(() =>
    Array.from(
      tf
        .grad(t => cost(A, y, t))(tf.tensor1d(theta))
        .dataSync(),
    ),
  );

const lossAt = (A: number[][], y: number[], theta: number[]): number =>
  tf.tidy(() => cost(A, y, tf.tensor1d(theta)).dataSync()[0]);

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return lossAt(prepared(X, y, weights.length), y, [...weights, bias]);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  const slope = slopeAt(prepared(X, y, weights.length), y, [...weights, bias]);
  return { weights: slope.slice(0, -1), bias: slope[slope.length - 1] };
}

export function train(X: number[][], y: number[], options: Options) {
  const A = prepared(X, y, X[0]?.length ?? -1);
  const { order, epochs, batchSize, learningRate } = options;
  if (order.length !== epochs) throw new RangeError('epochs');
  for (const list of order) {
    const rows = new Set(list);
    const all = A.every((_, i) => rows.has(i));
    if (!all || list.length !== A.length) throw new RangeError('order');
  }
  const plan = order.map(list => batches(list, batchSize));
  batches([], batchSize);
  let theta = A[0].map(() => 0);
  const losses: number[] = [];
  for (const rows of plan.flat()) {
    const [part, labels] = [rows.map(i => A[i]), rows.map(i => y[i])];
    losses.push(lossAt(part, labels, theta));
    const slope = slopeAt(part, labels, theta);
    theta = theta.map((t, j) => t - learningRate * slope[j]);
  }
  return { weights: theta.slice(0, -1), bias: theta[theta.length - 1], losses };
}
