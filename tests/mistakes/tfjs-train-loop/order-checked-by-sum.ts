// Wrong on rare input: whether a list names every row once is judged by its length and sum, so (1, 1, 1) passes for three rows.
import * as tf from '@tensorflow/tfjs';

function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new RangeError(message);
}

function demandData(X: number[][], y: number[]): number {
  demand(X.length, 'no rows');
  const d = X[0].length;
  X.forEach(row => demand(row.length === d, 'ragged'));
  demand(y.length === X.length, 'labels');
  y.forEach(v => demand(v === 0 || v === 1, 'label'));
  return d;
}

const objective = (x: tf.Tensor, y: tf.Tensor) => (w: tf.Tensor, b: tf.Tensor) => {
  const s = tf.squeeze(
    tf.add(tf.matMul(x as tf.Tensor2D, tf.expandDims(w, 1) as tf.Tensor2D), b),
    [1],
  );
  return tf.mean(tf.sub(tf.softplus(s), tf.mul(y, s))) as tf.Scalar;
};

export function batches(order: number[], batchSize: number): number[][] {
  demand(Number.isInteger(batchSize) && batchSize > 0, 'batchSize');
  if (order.length <= batchSize) return order.length ? [order.slice()] : [];
  return [order.slice(0, batchSize), ...batches(order.slice(batchSize), batchSize)];
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  demand(demandData(X, y) === weights.length, 'weights');
  return tf.tidy(() =>
    objective(tf.tensor2d(X), tf.tensor1d(y))(tf.tensor1d(weights), tf.scalar(bias)).arraySync(),
  );
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  demand(demandData(X, y) === weights.length, 'weights');
  return tf.tidy(() => {
    const f = tf.grads(objective(tf.tensor2d(X), tf.tensor1d(y)));
    const [gw, gb] = f([tf.tensor1d(weights), tf.scalar(bias)]);
    return { weights: Array.from(gw.dataSync()), bias: gb.dataSync()[0] };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  const d = demandData(X, y);
  const n = X.length;
  demand(options.order.length === options.epochs, 'epochs');
  demand(Number.isInteger(options.batchSize) && options.batchSize > 0, 'batchSize');
  for (const list of options.order) {
    const sum = list.reduce((a, b) => a + b, 0);
    demand(list.length === n && sum === (n * (n - 1)) / 2, 'order');
    demand(
      list.every(i => Number.isInteger(i) && i >= 0 && i < n),
      'order',
    );
  }
  const w: number[] = Array.from({ length: d }, () => 0);
  let b = 0;
  const losses: number[] = [];
  for (const list of options.order) {
    for (const batch of batches(list, options.batchSize)) {
      const data: [number[][], number[]] = [batch.map(i => X[i]), batch.map(i => y[i])];
      losses.push(loss(...data, w, b));
      const g = gradient(...data, w, b);
      for (let j = 0; j < d; j++) w[j] -= options.learningRate * g.weights[j];
      b -= options.learningRate * g.bias;
    }
  }
  return { weights: w, bias: b, losses };
}
