import * as tf from '@tensorflow/tfjs';

interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
  const parts: number[][] = [];
  for (let t = 0; t < order.length; t += batchSize) parts.push(order.slice(t, t + batchSize));
  return parts;
}

function check(X: number[][], y: number[], d: number | undefined): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.some(row => row.length !== d)) throw new TypeError('columns');
  if (y.length !== X.length) throw new TypeError('labels');
  if (y.some(label => label !== 0 && label !== 1)) throw new RangeError('labels');
}

function cost(X: number[][], y: number[], w: tf.Tensor, b: tf.Tensor): tf.Scalar {
  const logits = tf.tensor2d(X).dot(w).add(b);
  return tf.losses.sigmoidCrossEntropy(tf.tensor1d(y), logits);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  check(X, y, weights.length);
  return tf.tidy(() => cost(X, y, tf.tensor1d(weights), tf.scalar(bias)).dataSync()[0]);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  check(X, y, weights.length);
  return tf.tidy(() => {
    const at = [tf.tensor1d(weights), tf.scalar(bias)];
    const [ofWeights, ofBias] = tf.grads((w, b) => cost(X, y, w, b))(at);
    return { weights: Array.from(ofWeights.dataSync()), bias: ofBias.dataSync()[0] };
  });
}

function checkOrder(order: number[][], epochs: number, n: number): void {
  if (order.length !== epochs) throw new RangeError('epochs');
  for (const list of order) {
    const sorted = [...list].sort((a, b) => a - b);
    if (sorted.length !== n || sorted.some((row, i) => row !== i)) throw new RangeError('order');
  }
}

export function train(X: number[][], y: number[], options: Options) {
  const { learningRate, epochs, batchSize, order } = options;
  check(X, y, X[0]?.length);
  checkOrder(order, epochs, X.length);
  batches([], batchSize);
  const w = tf.tidy(() => tf.variable(tf.zeros([X[0].length])));
  const b = tf.tidy(() => tf.variable(tf.scalar(0)));
  const optimizer = tf.train.sgd(learningRate);
  const losses: number[] = [];
  for (const rows of order) {
    losses.push(
      tf.tidy(() => {
        const part = () =>
          cost(
            rows.map(i => X[i]),
            rows.map(i => y[i]),
            w,
            b,
          );
        return (optimizer.minimize(part, true, [w, b]) as tf.Scalar).dataSync()[0];
      }),
    );
  }
  const trained = { weights: Array.from(w.dataSync()), bias: b.dataSync()[0], losses };
  tf.dispose([w, b]);
  optimizer.dispose();
  return trained;
}
