// Right: three plain functions in terms of each other, all of sgd's checks made before the first step.
export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1)
    throw new RangeError('batchSize must be a whole number from 1');
  const result: number[][] = [];
  for (let start = 0; start < order.length; start += batchSize) {
    result.push(order.slice(start, start + batchSize));
  }
  return result;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (y.length !== X.length) throw new TypeError('not as many targets as rows');
  if (batch.length === 0) throw new RangeError('an empty batch has no slope');
  const slope: number[] = new Array(weights.length).fill(0);
  let slopeOfBias = 0;
  for (const i of batch) {
    if (i < 0 || i > X.length - 1) throw new RangeError(`there is no row ${i}`);
    if (X[i].length !== weights.length)
      throw new TypeError(`row ${i} is not as wide as the weights`);
    let error = bias - y[i];
    for (let j = 0; j < weights.length; j += 1) error += X[i][j] * weights[j];
    for (let j = 0; j < weights.length; j += 1) slope[j] += error * X[i][j];
    slopeOfBias += error;
  }
  const factor = 2 / batch.length;
  return { weights: slope.map(v => v * factor), bias: slopeOfBias * factor };
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
  const { learningRate, batchSize, order } = options;
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  if (y.length !== n) throw new TypeError('not as many targets as rows');
  if (!(learningRate > 0 && learningRate < Infinity))
    throw new RangeError('learningRate must be positive and finite');
  if (!Number.isInteger(batchSize) || batchSize < 1)
    throw new RangeError('batchSize must be a whole number from 1');
  let weights: number[] = options.weights === undefined ? X[0].map(() => 0) : [...options.weights];
  let bias = options.bias === undefined ? 0 : options.bias;
  if (X.some(row => row.length !== weights.length))
    throw new TypeError('weights of another width than a row');
  for (const visit of order) {
    const seen: boolean[] = new Array(n).fill(false);
    for (const i of visit) {
      if (!Number.isInteger(i) || i < 0 || i >= n || seen[i])
        throw new RangeError(`row ${i} is wrong or named again`);
      seen[i] = true;
    }
    if (visit.length !== n) throw new RangeError('an epoch leaves rows out');
  }

  const epochLosses: number[] = [];
  for (const visit of order) {
    for (const batch of batches(visit, batchSize)) {
      const slope = gradient(X, y, batch, weights, bias);
      weights = weights.map((w, j) => w - learningRate * slope.weights[j]);
      bias -= learningRate * slope.bias;
    }
    let sum = 0;
    for (let i = 0; i < n; i += 1) {
      let error = bias - y[i];
      for (let j = 0; j < weights.length; j += 1) error += X[i][j] * weights[j];
      sum += error * error;
    }
    epochLosses.push(sum / n);
  }
  return { weights, bias, epochLosses };
}
