// Wrong: the optimizer holds a tensor of its learning rate, and nobody disposes of the optimizer, so each training leaves one tensor behind.
import * as tf from '@tensorflow/tfjs';

const check = {
  data(X: number[][], y: number[]): void {
    if (X.length === 0) throw new RangeError('no rows');
    X.forEach(r => {
      if (r.length !== X[0].length) throw new TypeError('ragged rows');
    });
    if (X.length !== y.length) throw new TypeError('labels');
    y.forEach(v => {
      if (v !== 0 && v !== 1) throw new RangeError('label');
    });
  },
  weights(X: number[][], weights: number[]): void {
    if (weights.length !== X[0].length) throw new TypeError('weights');
  },
  order(n: number, list: number[]): void {
    const hits = new Array(n).fill(0);
    for (const i of list) hits[i]++;
    if (list.length !== n || !hits.every(h => h === 1)) throw new RangeError('order');
  },
  size(batchSize: number): void {
    if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
  },
};

function crossEntropy(X: number[][], y: number[], w: tf.Tensor, b: tf.Tensor): tf.Scalar {
  return tf.tidy(() => {
    const s = tf.add(tf.sum(tf.mul(tf.tensor2d(X), w), 1), b);
    return tf.mean(tf.sub(tf.softplus(s), tf.mul(tf.tensor1d(y), s))) as tf.Scalar;
  });
}

export function batches(order: number[], batchSize: number): number[][] {
  check.size(batchSize);
  const result: number[][] = [];
  let i = 0;
  while (i < order.length) {
    result.push(order.slice(i, i + batchSize));
    i += batchSize;
  }
  return result;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  check.data(X, y);
  check.weights(X, weights);
  return tf.tidy(() => crossEntropy(X, y, tf.tensor1d(weights), tf.scalar(bias)).dataSync()[0]);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  check.data(X, y);
  check.weights(X, weights);
  return tf.tidy(() => {
    const [dw, db] = tf.grads((w: tf.Tensor, b: tf.Tensor) => crossEntropy(X, y, w, b))([
      tf.tensor1d(weights),
      tf.scalar(bias),
    ]);
    return { weights: Array.from(dw.dataSync()), bias: db.dataSync()[0] };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  check.data(X, y);
  check.size(options.batchSize);
  if (options.order.length !== options.epochs) throw new RangeError('epochs');
  options.order.forEach(list => check.order(X.length, list));

  const weights = tf.tidy(() => tf.variable(tf.zeros([X[0].length])));
  const bias = tf.tidy(() => tf.variable(tf.scalar(0)));
  const optimizer = tf.train.sgd(options.learningRate);
  const losses: number[] = [];
  for (const list of options.order) {
    for (const batch of batches(list, options.batchSize)) {
      tf.tidy(() => {
        const rows = batch.map(i => X[i]);
        const labels = batch.map(i => y[i]);
        const cost = optimizer.minimize(() => crossEntropy(rows, labels, weights, bias), true, [
          weights,
          bias,
        ]);
        losses.push((cost as tf.Scalar).dataSync()[0]);
      });
    }
  }
  const result = { weights: Array.from(weights.dataSync()), bias: bias.dataSync()[0], losses };
  weights.dispose();
  bias.dispose();
  return result;
}
