import * as tf from '@tensorflow/tfjs';

interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

const wrong = (why: string): never => {
  throw new RangeError(why);
};

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) wrong('batch size');
  const cut: number[][] = [];
  for (let at = 0; at < order.length; at += batchSize) cut.push(order.slice(at, at + batchSize));
  return cut;
}

function inspect(X: number[][], y: number[], d: number): void {
  if (X.length === 0) wrong('no rows');
  if (X.length !== y.length) wrong('labels');
  for (const row of X) if (row.length !== d) wrong('a row');
  for (const label of y) if (label !== 0 && label !== 1) wrong('a label');
}

/** Cost and slopes of one batch, as numbers. */
function look(X: number[][], y: number[], weights: number[], bias: number) {
  return tf.tidy(() => {
    const table = tf.tensor2d(X);
    const labels = tf.tensor1d(y);
    const cost = (w: tf.Tensor, b: tf.Tensor): tf.Scalar => {
      const scores = table.dot(w).add(b);
      return tf.softplus(scores).sub(scores.mul(labels)).mean();
    };
    const { value, grads } = tf.valueAndGrads(cost)([tf.tensor1d(weights), tf.scalar(bias)]);
    return {
      cost: value.dataSync()[0],
      weights: [...grads[0].dataSync()],
      bias: grads[1].dataSync()[0],
    };
  });
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  inspect(X, y, weights.length);
  return look(X, y, weights, bias).cost;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  inspect(X, y, weights.length);
  const slopes = look(X, y, weights, bias);
  return { weights: slopes.weights, bias: slopes.bias };
}

export function train(X: number[][], y: number[], options: Options) {
  const { learningRate, epochs, batchSize, order } = options;
  inspect(X, y, X[0]?.length ?? 0);
  if (order.length !== epochs) wrong('epochs');
  for (const list of order) {
    const sorted = [...list].sort((a, b) => a - b);
    if (sorted.length !== X.length || sorted.some((row, i) => row !== i)) wrong('order');
  }
  batches([], batchSize);
  let weights = X[0].map(() => 0);
  let bias = 0;
  const losses: number[] = [];
  for (const rows of order.flatMap(list => batches(list, batchSize))) {
    const at = look(
      rows.map(i => X[i]),
      rows.map(i => y[i]),
      weights,
      bias,
    );
    weights = weights.map((w, j) => w - learningRate * at.weights[j]);
    bias -= learningRate * at.bias;
    losses.push(at.cost);
  }
  return { weights, bias, losses };
}
