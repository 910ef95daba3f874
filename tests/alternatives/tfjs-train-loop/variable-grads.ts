import * as tf from '@tensorflow/tfjs';

interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

export function batches(order: number[], batchSize: number): number[][] {
  if (batchSize < 1 || batchSize % 1 !== 0) throw new RangeError(`batchSize ${batchSize}`);
  if (order.length === 0) return [];
  return [order.slice(0, batchSize), ...batches(order.slice(batchSize), batchSize)];
}

function verify(X: number[][], y: number[], width = X[0]?.length) {
  if (!X.length || X.length !== y.length) throw new TypeError('rows and labels');
  if (X.some(row => row.length !== width)) throw new TypeError('width');
  if (y.some(label => ![0, 1].includes(label))) throw new RangeError('labels');
}

function cost(X: number[][], y: number[], w: tf.Tensor, b: tf.Tensor): tf.Scalar {
  const logits = tf.dot(tf.tensor2d(X), w).add(b);
  return tf.losses.sigmoidCrossEntropy(tf.tensor1d(y), logits).asScalar();
}

/** Gives two variables to `use`, and frees them afterwards. */
function withModel<T>(
  weights: number[],
  bias: number,
  use: (w: tf.Variable, b: tf.Variable) => T,
): T {
  const [w, b] = tf.tidy(() => [tf.variable(tf.tensor1d(weights)), tf.variable(tf.scalar(bias))]);
  try {
    return use(w, b);
  } finally {
    w.dispose();
    b.dispose();
  }
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  verify(X, y, weights.length);
  return withModel(weights, bias, (w, b) => tf.tidy(() => cost(X, y, w, b).dataSync()[0]));
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  verify(X, y, weights.length);
  return withModel(weights, bias, (w, b) =>
    tf.tidy(() => {
      const { grads } = tf.variableGrads(() => cost(X, y, w, b), [w, b]);
      return { weights: Array.from(grads[w.name].dataSync()), bias: grads[b.name].dataSync()[0] };
    }),
  );
}

export function train(
  X: number[][],
  y: number[],
  { learningRate, epochs, batchSize, order }: Options,
) {
  verify(X, y);
  if (epochs !== order.length) throw new RangeError('one order for each epoch');
  const everyRow = JSON.stringify(X.map((_, i) => i));
  if (order.some(list => JSON.stringify(list.toSorted((a, b) => a - b)) !== everyRow)) {
    throw new RangeError('every row once');
  }
  const plan = order.map(list => batches(list, batchSize));
  if (plan.length === 0) batches([0], batchSize);
  return withModel(
    X[0].map(() => 0),
    0,
    (w, b) => {
      const optimizer = tf.train.sgd(learningRate);
      const losses = plan.flat().map(rows =>
        tf.tidy(() => {
          const part = (list: number[]) => rows.map(i => list[i]);
          const { value, grads } = tf.variableGrads(
            () =>
              cost(
                rows.map(i => X[i]),
                part(y),
                w,
                b,
              ),
            [w, b],
          );
          optimizer.applyGradients(grads);
          return value.dataSync()[0];
        }),
      );
      optimizer.dispose();
      return { weights: Array.from(w.dataSync()), bias: b.dataSync()[0], losses };
    },
  );
}
