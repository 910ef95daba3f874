import * as tf from '@tensorflow/tfjs';

interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

const guard = (holds: boolean, why: string) => {
  if (!holds) throw new RangeError(why);
};

export function batches(order: number[], batchSize: number): number[][] {
  guard(Number.isInteger(batchSize) && batchSize >= 1, 'batchSize');
  return order.reduce<number[][]>((cut, row, t) => {
    if (t % batchSize === 0) cut.push([]);
    cut[cut.length - 1].push(row);
    return cut;
  }, []);
}

function tensors(X: number[][], y: number[], weights: number[], bias: number) {
  guard(X.length > 0, 'rows');
  guard(
    X.every(row => row.length === weights.length),
    'columns',
  );
  guard(y.length === X.length && y.every(label => label === 0 || label === 1), 'labels');
  const inputs = tf.tensor2d(X);
  const targets = tf.tensor2d(y.map(label => [label]));
  const scores = inputs.matMul(tf.tensor2d(weights.map(w => [w]))).add(bias);
  return { inputs, targets, scores };
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return tf.tidy(() => {
    const { targets, scores } = tensors(X, y, weights, bias);
    const far = scores.abs().neg().exp().log1p();
    return scores.relu().add(far).sub(scores.mul(targets)).mean().dataSync()[0];
  });
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  return tf.tidy(() => {
    const { inputs, targets, scores } = tensors(X, y, weights, bias);
    const errors = scores.sigmoid().sub(targets).div(X.length); // [n][1]
    const slopes = tf.matMul(inputs, errors as tf.Tensor2D, true);
    return { weights: Array.from(slopes.dataSync()), bias: errors.sum().dataSync()[0] };
  });
}

export function train(X: number[][], y: number[], options: Options) {
  const { learningRate, epochs, batchSize, order } = options;
  guard(X.length > 0, 'rows');
  let model = { weights: X[0].map(() => 0), bias: 0 };
  loss(X, y, model.weights, model.bias); // refuses what is to be refused
  guard(epochs === order.length, 'epochs');
  for (const list of order) {
    guard(list.length === X.length, 'order');
    guard(
      X.every((_, i) => list.includes(i)),
      'order',
    );
  }
  batches([], batchSize);
  const losses: number[] = [];
  for (let e = 0; e < epochs; e++) {
    for (const rows of batches(order[e], batchSize)) {
      const [A, b] = [rows.map(i => X[i]), rows.map(i => y[i])];
      losses.push(loss(A, b, model.weights, model.bias));
      const slope = gradient(A, b, model.weights, model.bias);
      model = {
        weights: model.weights.map((w, j) => w - learningRate * slope.weights[j]),
        bias: model.bias - learningRate * slope.bias,
      };
    }
  }
  return { ...model, losses };
}
