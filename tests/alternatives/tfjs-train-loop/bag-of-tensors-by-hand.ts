// Right: the slope by its formula, each tensor put into a bag that is emptied in a finally, and an update of one long vector with the bias as its last entry.
import * as tf from '@tensorflow/tfjs';

type Bag = <T extends tf.Tensor>(t: T) => T;

/** Runs a task that registers each of its tensors, and disposes of them all. */
function withBag<R>(task: (keep: Bag) => R): R {
  const held: tf.Tensor[] = [];
  try {
    return task(t => {
      held.push(t);
      return t;
    });
  } finally {
    held.forEach(t => t.dispose());
  }
}

/** Loss and slope at theta = (weights, bias), X having a column of ones at its end. */
function evaluate(X: number[][], y: number[], theta: number[]): { cost: number; slope: number[] } {
  return withBag(keep => {
    const design = keep(tf.tensor2d(X.map(row => [...row, 1])));
    const column = keep(tf.tensor2d(theta.map(t => [t])));
    const product = keep(tf.matMul(design, column));
    const scores = keep(tf.reshape(product, [X.length]));
    const labels = keep(tf.tensor1d(y));
    // the cost of label 1 is softplus(-s), that of label 0 softplus(s)
    const doubled = keep(tf.mul(labels, 2));
    const signs = keep(tf.sub(1, doubled));
    const signed = keep(tf.mul(signs, scores));
    const costs = keep(tf.softplus(signed));
    const cost = keep(tf.mean(costs));
    const p = keep(tf.sigmoid(scores));
    const errors = keep(tf.sub(p, labels));
    const row = keep(tf.reshape(errors, [1, X.length])) as tf.Tensor2D;
    const sums = keep(tf.matMul(row, design));
    const slope = keep(tf.div(sums, X.length));
    return { cost: cost.dataSync()[0], slope: Array.from(slope.dataSync()) };
  });
}

function validated(X: number[][], y: number[], weights: number[] | null): number {
  const [first] = X;
  if (first === undefined) throw new Error('there are no rows');
  const d = first.length;
  for (const row of X) if (row.length !== d) throw new Error('a row of another length');
  if (weights !== null && weights.length !== d) throw new Error('weights of another number');
  if (y.length !== X.length) throw new Error('labels of another number');
  for (const label of y) if (![0, 1].includes(label)) throw new Error('a label other than 0 and 1');
  return d;
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isSafeInteger(batchSize) || batchSize <= 0) throw new Error('batchSize');
  const rest = [...order];
  const out: number[][] = [];
  while (rest.length > 0) out.push(rest.splice(0, batchSize));
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  validated(X, y, weights);
  return evaluate(X, y, weights.concat(bias)).cost;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const d = validated(X, y, weights);
  const { slope } = evaluate(X, y, weights.concat(bias));
  return { weights: slope.slice(0, d), bias: slope[d] };
}

export function train(
  X: number[][],
  y: number[],
  options: { learningRate: number; epochs: number; batchSize: number; order: number[][] },
): { weights: number[]; bias: number; losses: number[] } {
  const d = validated(X, y, null);
  const { order, epochs, learningRate } = options;
  batches([], options.batchSize);
  if (order.length !== epochs) throw new Error('lists and epochs');
  order.forEach(list => {
    const seen = new Uint8Array(X.length);
    for (const row of list) {
      if (!Number.isInteger(row) || row < 0 || row >= X.length || seen[row] === 1) {
        throw new Error('order');
      }
      seen[row] = 1;
    }
    if (list.length !== X.length) throw new Error('order misses a row');
  });

  const theta: number[] = new Array(d + 1).fill(0);
  const losses: number[] = [];
  order.forEach(list => {
    batches(list, options.batchSize).forEach(batch => {
      const { cost, slope } = evaluate(
        batch.map(i => X[i]),
        batch.map(i => y[i]),
        theta,
      );
      losses.push(cost);
      slope.forEach((g, j) => {
        theta[j] -= learningRate * g;
      });
    });
  });
  return { weights: theta.slice(0, d), bias: theta[d], losses };
}
