import * as tf from '@tensorflow/tfjs';

interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

class Scope {
  static run<T>(work: () => T): T {
    tf.engine().startScope('learner');
    try {
      return work();
    } finally {
      tf.engine().endScope();
    }
  }
}

export function* slices(order: number[], size: number): Generator<number[]> {
  for (let t = 0; t < order.length; t += size) yield order.slice(t, t + size);
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!(batchSize > 0) || batchSize !== Math.trunc(batchSize)) throw new RangeError('batchSize');
  return [...slices(order, batchSize)];
}

function assertData(X: number[][], y: number[], width: number) {
  if (X.length < 1 || X.length !== y.length) throw new TypeError('sizes');
  for (let i = 0; i < X.length; i += 1) {
    if (X[i].length !== width) throw new TypeError(`row ${i}`);
    if (y[i] * (1 - y[i]) !== 0) throw new RangeError(`label ${i}`);
  }
}

const entropy = (X: tf.Tensor2D, y: tf.Tensor1D, w: tf.Tensor, b: tf.Tensor) =>
  tf.losses.sigmoidCrossEntropy(y, X.dot(w).add(b)) as tf.Scalar;

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  assertData(X, y, weights.length);
  return Scope.run(
    () =>
      entropy(tf.tensor2d(X), tf.tensor1d(y), tf.tensor1d(weights), tf.scalar(bias)).dataSync()[0],
  );
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  assertData(X, y, weights.length);
  return Scope.run(() => {
    const [A, labels] = [tf.tensor2d(X), tf.tensor1d(y)];
    const atWeights = tf.grad(w => entropy(A, labels, w, tf.scalar(bias)))(tf.tensor1d(weights));
    const atBias = tf.grad(b => entropy(A, labels, tf.tensor1d(weights), b))(tf.scalar(bias));
    return { weights: Array.from(atWeights.dataSync()), bias: atBias.dataSync()[0] };
  });
}

export function train(X: number[][], y: number[], options: Options) {
  const { learningRate, epochs, batchSize, order } = options;
  assertData(X, y, X[0] ? X[0].length : 0);
  batches([], batchSize);
  if (epochs !== order.length) throw new RangeError('epochs');
  order.forEach(rows => {
    const once = new Set(rows).size === rows.length && rows.length === X.length;
    if (!once || Math.min(...rows) < 0 || Math.max(...rows) >= X.length)
      throw new RangeError('order');
  });
  return Scope.run(() => {
    const weights = tf.variable(tf.zeros([X[0].length]));
    const bias = tf.variable(tf.scalar(0));
    const descent = tf.train.sgd(learningRate);
    const losses: number[] = [];
    for (const rows of order.flatMap(list => batches(list, batchSize))) {
      Scope.run(() => {
        const A = tf.tensor2d(rows.map(i => X[i]));
        const labels = tf.tensor1d(rows.map(i => y[i]));
        const cost = descent.minimize(() => entropy(A, labels, weights, bias), true, [
          weights,
          bias,
        ]);
        losses.push(cost?.dataSync()[0] ?? Number.NaN);
      });
    }
    const trained = { weights: Array.from(weights.dataSync()), bias: bias.dataSync()[0], losses };
    weights.dispose();
    bias.dispose();
    descent.dispose();
    return trained;
  });
}
