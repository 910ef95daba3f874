import * as tf from '@tensorflow/tfjs';

export function batches(order: number[], batchSize: number): number[][] {
  if (!(Number.isInteger(batchSize) && batchSize > 0)) {
    throw new RangeError(`batches: a batch size of ${batchSize}`);
  }
  const count = Math.ceil(order.length / batchSize);
  return Array.from({ length: count }, (_, k) => order.slice(k * batchSize, (k + 1) * batchSize));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  checkLabels(X, y);
  return tf.tidy(() => {
    const cost = crossEntropy(
      tf.tensor2d(X),
      tf.tensor1d(y),
      tf.tensor1d(weights),
      tf.scalar(bias),
    );
    return cost.dataSync()[0]; // a number leaves, every tensor stays inside
  });
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  checkLabels(X, y);
  return tf.tidy(() => {
    const inputs = tf.tensor2d(X);
    const labels = tf.tensor1d(y);
    const slopes = tf.grads((w, b) => crossEntropy(inputs, labels, w, b));
    const [ofWeights, ofBias] = slopes([tf.tensor1d(weights), tf.scalar(bias)]);
    return { weights: Array.from(ofWeights.dataSync()), bias: ofBias.dataSync()[0] };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  const { learningRate, epochs, batchSize, order } = options;
  checkLabels(X, y);
  checkOrder(order, epochs, X.length);
  const plan = order.map(rows => batches(rows, batchSize));
  const weights = zeros([X[0].length]); // [d]
  const bias = zeros([]);
  const optimizer = tf.train.sgd(learningRate);
  const losses: number[] = [];

  for (const epoch of plan) {
    for (const rows of epoch) {
      const cost = tf.tidy(() => {
        const inputs = tf.tensor2d(rows.map(i => X[i]));
        const labels = tf.tensor1d(rows.map(i => y[i]));
        const ofBatch = () => crossEntropy(inputs, labels, weights, bias);
        return optimizer.minimize(ofBatch, true, [weights, bias]) as tf.Scalar;
      });
      losses.push(cost.dataSync()[0]); // as it was before the update
      cost.dispose();
    }
  }
  const trained = { weights: Array.from(weights.dataSync()), bias: bias.dataSync()[0], losses };
  tf.dispose([weights, bias]); // no tidy frees a variable
  optimizer.dispose(); // it keeps the learning rate as a tensor
  return trained;
}

/** A variable outlives the tidy that it is made in, and the tensor it begins with does not. */
function zeros(shape: number[]): tf.Variable {
  return tf.tidy(() => tf.variable(tf.zeros(shape)));
}

/** The mean over the rows; written with the logits, so that far scores stay finite. */
function crossEntropy(
  X: tf.Tensor2D,
  y: tf.Tensor1D,
  weights: tf.Tensor,
  bias: tf.Tensor,
): tf.Scalar {
  const logits = X.dot(weights).add(bias); // [n]
  return tf.losses.sigmoidCrossEntropy(y, logits);
}

function checkLabels(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('train loop: no rows to learn from');
  if (y.length !== X.length) {
    throw new TypeError(`train loop: ${y.length} labels for ${X.length} rows`);
  }
  // tf.tensor2d would lay such rows end to end, where their numbers fill the table.
  if (X.some(row => row.length !== X[0].length)) {
    throw new TypeError('train loop: rows of different lengths');
  }
  const strange = y.find(label => label !== 0 && label !== 1);
  if (strange !== undefined) throw new RangeError(`train loop: a label of ${strange}`);
}

/** Each epoch has a list, and each list names every row once. */
function checkOrder(order: number[][], epochs: number, n: number): void {
  if (order.length !== epochs) {
    throw new RangeError(`train: ${order.length} orders for ${epochs} epochs`);
  }
  for (const rows of order) {
    const named = new Set(rows.filter(i => Number.isInteger(i) && i >= 0 && i < n));
    if (rows.length !== n || named.size !== n) {
      throw new RangeError('train: an order that does not name every row once');
    }
  }
}
