// Wrong: leaves the loop as soon as the loss of an epoch equals the one before, so later epochs are missing from the list.
const dotPlus = (w: number[], x: number[], b: number): number => {
  let s = b;
  for (let j = 0; j < w.length; j++) s += w[j] * x[j];
  return s;
};

export function batches(order: number[], batchSize: number): number[][] {
  if (batchSize !== Math.floor(batchSize) || batchSize < 1) throw new RangeError('batch size');
  if (order.length === 0) return [];
  return [order.slice(0, batchSize), ...batches(order.slice(batchSize), batchSize)];
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (y.length !== X.length) throw new TypeError('y is not as long as X');
  const m = batch.length;
  if (m === 0) throw new RangeError('batch is empty');
  const result = { weights: weights.map(() => 0), bias: 0 };
  batch.forEach(i => {
    if (!(i >= 0 && i <= X.length - 1)) throw new RangeError('no such row');
    if (X[i].length !== weights.length) throw new TypeError('row and weights');
    const twice = 2 * (dotPlus(weights, X[i], bias) - y[i]);
    result.bias += twice / m;
    for (let j = 0; j < weights.length; j++) result.weights[j] += (twice * X[i][j]) / m;
  });
  return result;
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
  const { learningRate, batchSize, order, weights, bias = 0 } = options;
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new TypeError('y is not as long as X');
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learning rate');
  batches([], batchSize);
  const w = weights === undefined ? X[0].map(() => 0) : weights.slice();
  if (X.some(row => row.length !== w.length)) throw new TypeError('rows and weights');
  for (const o of order) {
    const sorted = o.slice().sort((a, b) => a - b);
    if (o.length !== X.length || sorted.some((row, i) => row !== i)) throw new RangeError('order');
  }
  let b = bias;
  const epochLosses: number[] = [];
  for (const o of order) {
    for (const batch of batches(o, batchSize)) {
      const g = gradient(X, y, batch, w, b);
      for (let j = 0; j < w.length; j++) w[j] -= learningRate * g.weights[j];
      b -= learningRate * g.bias;
    }
    const loss = X.reduce((s, row, i) => s + (dotPlus(w, row, b) - y[i]) ** 2, 0) / X.length;
    const previous = epochLosses[epochLosses.length - 1];
    epochLosses.push(loss);
    if (loss === previous) break;
  }
  return { weights: w, bias: b, epochLosses };
}
