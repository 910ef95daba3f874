// Wrong: the slope of a batch is divided by the number of all rows.
function rowsOf(X: number[][], batch: number[], d: number): number[][] {
  return batch.map(i => {
    if (i < 0 || i > X.length - 1) throw new RangeError('index ' + i);
    if (X[i].length !== d) throw new TypeError('row ' + i);
    return X[i];
  });
}
export function batches(order: number[], batchSize: number) {
  if (Number.isInteger(batchSize) === false || batchSize <= 0) throw new RangeError('batch size');
  return Array.from({ length: Math.ceil(order.length / batchSize) }, (_, k) =>
    order.slice(batchSize * k, batchSize * (k + 1)),
  );
}
export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) {
  if (y.length !== X.length) throw new TypeError('y');
  if (batch.length === 0) throw new RangeError('empty');
  const n = X.length;
  const rows = rowsOf(X, batch, weights.length);
  const error = rows.map((r, k) => r.reduce((a, v, j) => a + v * weights[j], bias) - y[batch[k]]);
  return {
    weights: weights.map((_, j) => (2 / n) * error.reduce((a, e, k) => a + e * rows[k][j], 0)),
    bias: (2 / n) * error.reduce((a, e) => a + e, 0),
  };
}
export function sgd(
  X: number[][],
  y: number[],
  opt: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
) {
  if (opt.learningRate <= 0 || !Number.isFinite(opt.learningRate)) throw new RangeError('rate');
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('y');
  batches([], opt.batchSize);
  let weights = opt.weights?.slice() ?? new Array<number>(X[0].length).fill(0);
  let bias = opt.bias ?? 0;
  rowsOf(X, [...X.keys()], weights.length);
  for (const list of opt.order) {
    if (
      list.length !== X.length ||
      new Set(rowsOf(X, list, weights.length).map((_, k) => list[k])).size !== X.length
    )
      throw new RangeError('order');
  }
  const epochLosses: number[] = [];
  for (const list of opt.order) {
    for (const b of batches(list, opt.batchSize)) {
      const s = gradient(X, y, b, weights, bias);
      weights = weights.map((w, j) => w - opt.learningRate * s.weights[j]);
      bias = bias - opt.learningRate * s.bias;
    }
    epochLosses.push(
      X.map((r, i) => (r.reduce((a, v, j) => a + v * weights[j], bias) - y[i]) ** 2).reduce(
        (a, v) => a + v,
      ) / X.length,
    );
  }
  return { weights, bias, epochLosses };
}
