import * as tf from '@tensorflow/tfjs';

interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize <= 0) throw new RangeError('batchSize');
  const copy = [...order];
  const list: number[][] = [];
  while (copy.length > 0) list.push(copy.splice(0, batchSize));
  return list;
}

function examined(X: number[][], y: number[], d: number | undefined) {
  if (d === undefined) throw new RangeError('no rows');
  if (X.length === 0) throw new RangeError('no rows');
  if (X.find(row => row.length !== d)) throw new TypeError('row');
  if (y.length !== X.length) throw new TypeError('labels');
  if (!y.every(label => label === 1 || label === 0)) throw new RangeError('label');
}

const meanLoss = (Z: tf.Tensor, y: tf.Tensor): tf.Scalar =>
  tf.mean(tf.sub(tf.softplus(Z), tf.mul(Z, y)));

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  examined(X, y, weights.length);
  const result = tf.tidy(() =>
    meanLoss(tf.dot(tf.tensor2d(X), tf.tensor1d(weights)).add(bias), tf.tensor1d(y)),
  );
  const value = result.arraySync();
  result.dispose();
  return value;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  examined(X, y, weights.length);
  const [w, b] = tf.tidy(() =>
    tf.grads((u, v) => meanLoss(tf.dot(tf.tensor2d(X), u).add(v), tf.tensor1d(y)))([
      tf.tensor1d(weights),
      tf.scalar(bias),
    ]),
  );
  const slopes = { weights: [...w.dataSync()], bias: b.dataSync()[0] };
  tf.dispose([w, b]);
  return slopes;
}

export function train(X: number[][], y: number[], options: Options) {
  examined(X, y, X[0]?.length);
  if (options.order.length !== options.epochs) throw new RangeError('order');
  for (const rows of options.order) {
    const seen = X.map(() => 0);
    for (const i of rows) {
      if (!(i in seen)) throw new RangeError('a row that is not there');
      seen[i] += 1;
    }
    if (seen.some(times => times !== 1)) throw new RangeError('each row once');
  }
  batches([], options.batchSize);
  const all = tf.tensor2d(X);
  const labels = tf.tensor1d(y);
  let w = tf.zeros([X[0].length]);
  let b: tf.Tensor = tf.scalar(0);
  const losses: number[] = [];
  for (const rows of options.order.flatMap(list => batches(list, options.batchSize))) {
    const [cost, nextW, nextB] = tf.tidy(() => {
      const index = tf.tensor1d(rows, 'int32');
      const [part, wanted] = [tf.gather(all, index), tf.gather(labels, index)];
      const f = (u: tf.Tensor, v: tf.Tensor) => meanLoss(tf.dot(part, u).add(v), wanted);
      const { value, grads } = tf.valueAndGrads(f)([w, b]);
      const moved = (t: tf.Tensor, slope: tf.Tensor) => t.sub(slope.mul(options.learningRate));
      return [value as tf.Tensor, moved(w, grads[0]), moved(b, grads[1])];
    });
    tf.dispose([w, b]);
    losses.push(cost.dataSync()[0]);
    cost.dispose();
    [w, b] = [nextW, nextB];
  }
  const trained = { weights: [...w.dataSync()], bias: b.dataSync()[0], losses };
  tf.dispose([all, labels, w, b]);
  return trained;
}
