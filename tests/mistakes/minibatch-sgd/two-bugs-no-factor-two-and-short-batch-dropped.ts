// Wrong: the gradient lacks the factor 2, and sgd skips a last batch that is shorter than the others.
type Parameters = { weights: number[]; bias: number };

export function batches(order: number[], batchSize: number): number[][] {
  if (batchSize < 1 || !Number.isInteger(batchSize))
    throw new RangeError('batchSize is a whole number from 1');
  const count = Math.ceil(order.length / batchSize);
  return [...Array(count).keys()].map(k => order.slice(k * batchSize, k * batchSize + batchSize));
}

function predictRow(row: number[], p: Parameters): number {
  let value = p.bias;
  row.forEach((x, j) => (value += x * p.weights[j]));
  return value;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): Parameters {
  if (X.length !== y.length) throw new TypeError('rows and targets');
  if (batch.length === 0) throw new RangeError('empty batch');
  const total: Parameters = { weights: weights.map(() => 0), bias: 0 };
  for (const i of batch) {
    const row = X[i];
    if (row === undefined) throw new RangeError(`row ${i}`);
    if (row.length !== weights.length) throw new TypeError(`width of row ${i}`);
    const e = predictRow(row, { weights, bias }) - y[i];
    row.forEach((x, j) => (total.weights[j] += (e * x) / batch.length));
    total.bias += e / batch.length;
  }
  return total;
}

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
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  if (n !== y.length) throw new TypeError('rows and targets');
  if (!Number.isFinite(options.learningRate) || options.learningRate <= 0)
    throw new RangeError('learningRate');
  batches([], options.batchSize);
  const p: Parameters = {
    weights: options.weights?.slice() ?? Array(X[0].length).fill(0),
    bias: options.bias ?? 0,
  };
  for (const row of X) if (row.length !== p.weights.length) throw new TypeError('weights');
  for (const list of options.order) {
    if (list.length !== n || new Set(list).size !== n || list.some(i => X[i] === undefined))
      throw new RangeError('order');
  }
  const epochLosses: number[] = [];
  for (const list of options.order) {
    for (const batch of batches(list, options.batchSize)) {
      if (batch.length < Math.min(options.batchSize, n)) continue;
      const g = gradient(X, y, batch, p.weights, p.bias);
      p.weights = p.weights.map((w, j) => w - options.learningRate * g.weights[j]);
      p.bias -= options.learningRate * g.bias;
    }
    epochLosses.push(X.reduce((s, row, i) => s + (predictRow(row, p) - y[i]) ** 2, 0) / n);
  }
  return { ...p, epochLosses };
}
