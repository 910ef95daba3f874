// Wrong: moves the caller's own start weights and returns the same array.
interface Step {
  weights: number[];
  bias: number;
}

function fail(Kind: new (m: string) => Error, message: string): never {
  throw new Kind(message);
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize <= 0) fail(RangeError, 'batchSize');
  const cut: number[][] = [];
  let current: number[] = [];
  for (const row of order) {
    current.push(row);
    if (current.length === batchSize) {
      cut.push(current);
      current = [];
    }
  }
  if (current.length > 0) cut.push(current);
  return cut;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): Step {
  if (X.length !== y.length) fail(TypeError, 'targets');
  if (batch.length === 0) fail(RangeError, 'batch');
  const step: Step = { weights: Array.from(weights, () => 0), bias: 0 };
  for (let k = 0; k < batch.length; k++) {
    const i = batch[k];
    if (i < 0 || i >= X.length) fail(RangeError, `row ${i}`);
    const x = X[i];
    if (x.length !== weights.length) fail(TypeError, `row ${i}`);
    let guess = bias;
    for (let j = 0; j < x.length; j++) guess += x[j] * weights[j];
    const g = (2 / batch.length) * (guess - y[i]);
    step.bias += g;
    for (let j = 0; j < x.length; j++) step.weights[j] += g * x[j];
  }
  return step;
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
  if (X.length === 0) fail(RangeError, 'rows');
  if (X.length !== y.length) fail(TypeError, 'targets');
  const { learningRate, batchSize, order, weights = new Array(X[0].length).fill(0) } = options;
  let { bias = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) fail(RangeError, 'learningRate');
  if (!Number.isInteger(batchSize) || batchSize <= 0) fail(RangeError, 'batchSize');
  X.forEach(row => row.length === weights.length || fail(TypeError, 'weights'));
  order.forEach(list => {
    const unique = new Set(list.filter(i => Number.isInteger(i) && i >= 0 && i < X.length));
    if (list.length !== X.length || unique.size !== X.length) fail(RangeError, 'order');
  });
  const epochLosses: number[] = [];
  for (const list of order) {
    for (const batch of batches(list, batchSize)) {
      const step = gradient(X, y, batch, weights, bias);
      step.weights.forEach((g, j) => {
        weights[j] -= learningRate * g;
      });
      bias -= learningRate * step.bias;
    }
    let loss = 0;
    X.forEach((row, i) => {
      const guess = row.reduce((s, v, j) => s + v * weights[j], bias);
      loss += (guess - y[i]) ** 2 / X.length;
    });
    epochLosses.push(loss);
  }
  return { weights, bias, epochLosses };
}
