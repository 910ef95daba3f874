/** The rows of an epoch, cut into batches in their order; the last may be short. */
export function batches(order: number[], batchSize: number): number[][] {
  if (!(Number.isInteger(batchSize) && batchSize >= 1)) {
    throw new RangeError(`batches: a batch size of ${batchSize}`);
  }
  const cut: number[][] = []; // [⌈n / batchSize⌉] lists
  for (let start = 0; start < order.length; start += batchSize) {
    cut.push(order.slice(start, start + batchSize)); // slice stops at the end by itself
  }
  return cut;
}

/** The slope of the mean squared error over the rows that `batch` names. */
export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (batch.length === 0) throw new RangeError('gradient: a batch without rows');
  checkTargets(X, y);
  for (const i of batch) {
    if (i < 0 || i >= X.length) throw new RangeError(`gradient: row ${i} of ${X.length}`);
  }
  const rows = batch.map(i => X[i]); // [m][d]
  checkWidths(rows, weights);
  const errors = rows.map((row, k) => predict(row, weights, bias) - y[batch[k]]); // [m]
  const scale = 2 / batch.length; // of this batch, however short it is
  const along = (j: number) => errors.reduce((sum, error, k) => sum + error * rows[k][j], 0);
  const total = errors.reduce((sum, error) => sum + error, 0);
  return { weights: weights.map((_, j) => scale * along(j)), bias: scale * total };
}

/** One update for each batch, one pass over the rows for each entry of `order`. */
export function sgd(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
): { weights: number[]; bias: number; epochLosses: number[] } {
  const { learningRate, batchSize, order } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`sgd: learning rate ${learningRate}`);
  }
  batches([], batchSize); // refuses a bad size, also where there is no epoch
  if (X.length === 0) throw new RangeError('sgd: no rows to learn from');
  checkTargets(X, y);
  let weights = [...(options.weights ?? X[0].map(() => 0))]; // [d], a copy: the caller keeps the start
  let bias = options.bias ?? 0;
  checkWidths(X, weights);
  for (const visited of order) checkOrder(visited, X.length);

  const epochLosses: number[] = []; // [epochs]
  for (const visited of order) {
    for (const batch of batches(visited, batchSize)) {
      const slope = gradient(X, y, batch, weights, bias); // at the newest weights
      weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
      bias = bias - learningRate * slope.bias;
    }
    const squares = X.map((row, i) => (predict(row, weights, bias) - y[i]) ** 2); // [n]
    epochLosses.push(squares.reduce((sum, square) => sum + square, 0) / X.length);
  }
  return { weights, bias, epochLosses };
}

function predict(row: number[], weights: number[], bias: number): number {
  return row.reduce((sum, x, j) => sum + x * weights[j], bias);
}

function checkTargets(X: number[][], y: number[]): void {
  if (y.length !== X.length) {
    throw new TypeError(`mini-batch SGD: ${y.length} targets for ${X.length} rows`);
  }
}

function checkWidths(rows: number[][], weights: number[]): void {
  if (rows.some(row => row.length !== weights.length)) {
    throw new TypeError(`mini-batch SGD: a row does not have ${weights.length} features`);
  }
}

/** An epoch visits every row once: n different numbers from 0 to n − 1. */
function checkOrder(visited: number[], n: number): void {
  const inside = visited.every(i => i >= 0 && i < n);
  if (!inside || visited.length !== n || new Set(visited).size !== n) {
    throw new RangeError(`sgd: an order that does not visit each of ${n} rows once`);
  }
}
