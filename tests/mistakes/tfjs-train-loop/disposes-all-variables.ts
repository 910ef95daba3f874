// Wrong: training tidies up with tf.disposeVariables(), which also takes the variables that the caller made.
import * as tf from '@tensorflow/tfjs';

function assertRows(X: number[][], y: number[], d = X[0]?.length): void {
  if (X.length === 0) throw new RangeError('rows');
  for (const r of X) if (r.length !== d) throw new TypeError('columns');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const v of y) if (v !== 0 && v !== 1) throw new RangeError('labels are 0 or 1');
}

function costOf(x: tf.Tensor2D, y: tf.Tensor2D, w: tf.Tensor2D, b: tf.Tensor): tf.Scalar {
  const s = tf.add(tf.matMul(x, w), b);
  return tf.mean(tf.sub(tf.softplus(s), tf.mul(y, s))) as tf.Scalar;
}

const asColumn = (v: number[]) => tf.tensor2d(v, [v.length, 1]);

export function batches(order: number[], batchSize: number): number[][] {
  if (!(Number.isInteger(batchSize) && batchSize > 0)) throw new RangeError('batchSize');
  const n = Math.ceil(order.length / batchSize);
  return [...Array(n).keys()].map(k => order.slice(batchSize * k, batchSize * (k + 1)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  assertRows(X, y, weights.length);
  return tf.tidy(
    () => costOf(tf.tensor2d(X), asColumn(y), asColumn(weights), tf.scalar(bias)).dataSync()[0],
  );
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  assertRows(X, y, weights.length);
  return tf.tidy(() => {
    const x = tf.tensor2d(X);
    const delta = tf.sub(tf.sigmoid(tf.add(tf.matMul(x, asColumn(weights)), bias)), asColumn(y));
    return {
      weights: Array.from(tf.mean(tf.mul(x, delta), 0).dataSync()),
      bias: tf.mean(delta).dataSync()[0],
    };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  assertRows(X, y);
  const { learningRate, epochs, batchSize, order } = options;
  batches([], batchSize);
  if (order.length !== epochs) throw new RangeError('epochs');
  for (const list of order) {
    if (list.length !== X.length || !X.every((_, i) => list.indexOf(i) >= 0)) {
      throw new RangeError('order');
    }
  }
  return tf.tidy(() => {
    const w = tf.variable(tf.zeros([X[0].length, 1])) as tf.Variable<tf.Rank.R2>;
    const b = tf.variable(tf.scalar(0));
    const losses: number[] = [];
    for (const list of order) {
      for (const rows of batches(list, batchSize)) {
        const x = tf.tensor2d(rows.map(i => X[i]));
        const t = asColumn(rows.map(i => y[i]));
        const { value, grads } = tf.variableGrads(() => costOf(x, t, w, b), [w, b]);
        losses.push(value.dataSync()[0]);
        w.assign(tf.sub(w, tf.mul(grads[w.name], learningRate)));
        b.assign(tf.sub(b, tf.mul(grads[b.name], learningRate)));
      }
    }
    const answer = { weights: Array.from(w.dataSync()), bias: b.dataSync()[0], losses };
    tf.disposeVariables();
    return answer;
  });
}
