/** The bias as one more weight, in front of a column of ones. */
type Options = {
  learningRate: number;
  batchSize: number;
  order: number[][];
  weights?: number[];
  bias?: number;
};
const dot = (a: number[], b: number[]) => a.reduce((sum, value, k) => sum + value * b[k], 0);
const widen = (row: number[]) => [1, ...row];

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`not accepted: ${what}`);
}

export const batches = (order: number[], batchSize: number): number[][] => {
  demand(batchSize >= 1 && batchSize % 1 === 0, 'batch size');
  return order.length === 0
    ? []
    : [order.slice(0, batchSize), ...batches(order.slice(batchSize), batchSize)];
};

const slope = (rows: number[][], targets: number[], theta: number[]) => {
  const errors = rows.map((row, k) => dot(row, theta) - targets[k]);
  return theta.map(
    (_, j) => (2 * rows.reduce((s, row, k) => s + row[j] * errors[k], 0)) / rows.length,
  );
};

export const gradient = (
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) => {
  demand(batch.length > 0, 'an empty batch');
  demand(X.length === y.length, 'number of targets');
  demand(
    batch.every(i => i in X),
    'row number',
  );
  demand(
    batch.every(i => X[i].length === weights.length),
    'width',
  );
  const [db, ...dw] = slope(
    batch.map(i => widen(X[i])),
    batch.map(i => y[i]),
    [bias, ...weights],
  );
  return { weights: dw, bias: db };
};

export const sgd = (X: number[][], y: number[], options: Options) => {
  const { learningRate, batchSize, order, bias = 0 } = options;
  demand(X.length > 0, 'no rows');
  demand(X.length === y.length, 'number of targets');
  demand(learningRate > 0 && learningRate < Number.MAX_VALUE, 'learning rate');
  const { weights = Array<number>(X[0].length).fill(0) } = options;
  demand(
    X.every(row => row.length === weights.length),
    'width',
  );
  demand(batches([0], batchSize).length === 1, 'batch size');
  const all = X.map((_, i) => i);
  demand(
    order.every(visit => visit.length === all.length && all.every(i => visit.includes(i))),
    'order',
  );
  const wide = X.map(widen);
  let theta = [bias, ...weights];
  const epochLosses = order.map(visit => {
    for (const batch of batches(visit, batchSize)) {
      const g = slope(
        batch.map(i => wide[i]),
        batch.map(i => y[i]),
        theta,
      );
      theta = theta.map((value, j) => value - learningRate * g[j]);
    }
    return wide.reduce((sum, row, i) => sum + (dot(row, theta) - y[i]) ** 2 / wide.length, 0);
  });
  return { weights: theta.slice(1), bias: theta[0], epochLosses };
};
