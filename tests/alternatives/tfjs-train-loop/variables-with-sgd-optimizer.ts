// Right: variables and tf.train.sgd do the updates, with a try/finally that disposes of variables, data and the optimizer's own constant.
import * as tf from '@tensorflow/tfjs';

class Problem {
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;

  constructor(X: number[][], y: number[]) {
    this.x = tf.tensor2d(X.flat(), [X.length, X[0].length]);
    this.y = tf.tensor2d(y, [y.length, 1]);
  }

  cost(w: tf.Tensor2D, b: tf.Tensor, rows?: number[]): tf.Scalar {
    return tf.tidy(() => {
      const index = rows === undefined ? null : tf.tensor1d(rows, 'int32');
      const x = index === null ? this.x : tf.gather(this.x, index);
      const y = index === null ? this.y : tf.gather(this.y, index);
      const s = tf.add(tf.matMul(x, w), b);
      return tf.mean(tf.sub(tf.softplus(s), tf.mul(y, s))) as tf.Scalar;
    });
  }

  dispose(): void {
    this.x.dispose();
    this.y.dispose();
  }
}

function refuseUnlessTable(X: number[][], y: number[], columns?: number): void {
  if (!(X.length > 0)) throw new RangeError('X has no rows');
  for (let i = 1; i < X.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError(`row ${i} has another length`);
  }
  if (columns !== undefined && columns !== X[0].length) throw new TypeError('weights');
  if (X.length !== y.length) throw new TypeError('labels');
  y.forEach((v, i) => {
    if (!(v === 0 || v === 1)) throw new RangeError(`label ${i} is neither 0 nor 1`);
  });
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!(batchSize > 0) || Math.floor(batchSize) !== batchSize || batchSize === Infinity) {
    throw new RangeError('batchSize must be a whole number above 0');
  }
  return Array.from({ length: Math.ceil(order.length / batchSize) }, (_, k) =>
    order.slice(k * batchSize, (k + 1) * batchSize),
  );
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  refuseUnlessTable(X, y, weights.length);
  return tf.tidy(() => {
    const problem = new Problem(X, y);
    return problem.cost(tf.tensor2d(weights, [weights.length, 1]), tf.scalar(bias)).arraySync();
  });
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  refuseUnlessTable(X, y, weights.length);
  return tf.tidy(() => {
    const { x, y: labels } = new Problem(X, y);
    const s = tf.add(tf.matMul(x, tf.tensor2d(weights, [weights.length, 1])), tf.scalar(bias));
    const error = tf.div(tf.sub(tf.sigmoid(s), labels), tf.scalar(X.length));
    const slope = tf.matMul(x, error as tf.Tensor2D, true, false);
    return { weights: [...slope.dataSync()], bias: tf.sum(error).dataSync()[0] };
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  refuseUnlessTable(X, y);
  batches([0], options.batchSize);
  if (options.epochs !== options.order.length) throw new RangeError('epochs');
  for (const list of options.order) {
    const sorted = [...list].sort((a, b) => a - b);
    if (sorted.length !== X.length || sorted.some((row, i) => row !== i)) {
      throw new RangeError('a list must name every row once');
    }
  }

  const problem = new Problem(X, y);
  const start = tf.zeros([X[0].length, 1]);
  const zero = tf.scalar(0);
  const w = tf.variable(start) as tf.Variable<tf.Rank.R2>;
  const b = tf.variable(zero);
  const sgd = tf.train.sgd(options.learningRate);
  try {
    const losses: number[] = [];
    for (const list of options.order) {
      for (const rows of batches(list, options.batchSize)) {
        const cost = sgd.minimize(() => problem.cost(w, b, rows), true, [w, b]);
        if (cost === null) throw new Error('no cost');
        losses.push(cost.dataSync()[0]);
        cost.dispose();
      }
    }
    return { weights: Array.from(w.dataSync()), bias: b.dataSync()[0], losses };
  } finally {
    sgd.dispose();
    tf.dispose([w, b, start, zero]);
    problem.dispose();
  }
}
