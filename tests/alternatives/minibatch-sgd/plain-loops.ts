export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
  const result: number[][] = [];
  for (let k = 0; k < order.length; k++) {
    if (k % batchSize === 0) result.push([]);
    result[result.length - 1].push(order[k]);
  }
  return result;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) {
  if (batch.length < 1) throw new RangeError('empty batch');
  if (X.length !== y.length) throw new TypeError('targets');
  const dw: number[] = [];
  for (let j = 0; j < weights.length; j++) dw.push(0);
  let db = 0;
  for (const i of batch) {
    if (i < 0 || i > X.length - 1) throw new RangeError('row number');
    if (X[i].length !== weights.length) throw new TypeError('width');
    let error = bias - y[i];
    for (let j = 0; j < weights.length; j++) error += X[i][j] * weights[j];
    for (let j = 0; j < weights.length; j++) dw[j] += (2 * error * X[i][j]) / batch.length;
    db += (2 * error) / batch.length;
  }
  return { weights: dw, bias: db };
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
) {
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  if (y.length !== n) throw new TypeError('targets');
  if (!Number.isFinite(options.learningRate) || options.learningRate <= 0)
    throw new RangeError('learningRate');
  if (!Number.isInteger(options.batchSize) || options.batchSize < 1)
    throw new RangeError('batchSize');
  const d = options.weights === undefined ? X[0].length : options.weights.length;
  for (let i = 0; i < n; i++) if (X[i].length !== d) throw new TypeError('width');
  for (let e = 0; e < options.order.length; e++) {
    const sorted = options.order[e].slice().sort((a, b) => a - b);
    if (sorted.length !== n) throw new RangeError('order');
    for (let i = 0; i < n; i++) if (sorted[i] !== i) throw new RangeError('order');
  }
  const w: number[] = [];
  for (let j = 0; j < d; j++) w.push(options.weights === undefined ? 0 : options.weights[j]);
  let b = options.bias === undefined ? 0 : options.bias;
  const epochLosses: number[] = [];
  for (let e = 0; e < options.order.length; e++) {
    const parts = batches(options.order[e], options.batchSize);
    for (let k = 0; k < parts.length; k++) {
      const g = gradient(X, y, parts[k], w, b);
      for (let j = 0; j < d; j++) w[j] -= options.learningRate * g.weights[j];
      b -= options.learningRate * g.bias;
    }
    let total = 0;
    for (let i = 0; i < n; i++) {
      let error = b - y[i];
      for (let j = 0; j < d; j++) error += X[i][j] * w[j];
      total += error * error;
    }
    epochLosses.push(total / n);
  }
  return { weights: w, bias: b, epochLosses };
}
