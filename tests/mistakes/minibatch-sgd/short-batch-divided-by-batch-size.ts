// Wrong: sgd scales every update by 2 / batchSize, so the short batch counts for too little.
type Run = {
  learningRate: number;
  batchSize: number;
  order: number[][];
  weights?: number[];
  bias?: number;
};
export const batches = (order: number[], batchSize: number): number[][] => {
  if (!(batchSize >= 1) || batchSize !== Math.floor(batchSize)) throw new RangeError('size');
  const parts: number[][] = [];
  for (let i = 0; i < order.length; i += batchSize) parts.push(order.slice(i, i + batchSize));
  return parts;
};
function summed(X: number[][], y: number[], batch: number[], w: number[], b: number) {
  const total = { weights: w.map(() => 0), bias: 0 };
  for (const i of batch) {
    if (i < 0 || i >= X.length) throw new RangeError('no such row');
    if (X[i].length !== w.length) throw new TypeError('features');
    let e = b - y[i];
    for (let j = 0; j < w.length; j++) e += w[j] * X[i][j];
    for (let j = 0; j < w.length; j++) total.weights[j] += e * X[i][j];
    total.bias += e;
  }
  return total;
}
export const gradient = (
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) => {
  if (X.length !== y.length) throw new TypeError('targets');
  if (!batch.length) throw new RangeError('empty batch');
  const t = summed(X, y, batch, weights, bias);
  return { weights: t.weights.map(v => (2 * v) / batch.length), bias: (2 * t.bias) / batch.length };
};
export const sgd = (X: number[][], y: number[], run: Run) => {
  const { learningRate, batchSize, order } = run;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('targets');
  const weights = (run.weights ?? X[0].map(() => 0)).slice();
  let bias = run.bias ?? 0;
  for (const row of X) if (row.length !== weights.length) throw new TypeError('features');
  for (const o of order)
    if (o.length !== X.length || [...o].sort((a, b) => a - b).some((v, k) => v !== k))
      throw new RangeError('order');
  batches([], batchSize);
  const epochLosses: number[] = [];
  for (const o of order) {
    for (const batch of batches(o, batchSize)) {
      const t = summed(X, y, batch, weights, bias);
      const step = (2 * learningRate) / batchSize;
      for (let j = 0; j < weights.length; j++) weights[j] -= step * t.weights[j];
      bias -= step * t.bias;
    }
    let loss = 0;
    X.forEach((row, i) => {
      loss += (row.reduce((s, v, j) => s + v * weights[j], bias) - y[i]) ** 2;
    });
    epochLosses.push(loss / X.length);
  }
  return { weights, bias, epochLosses };
};
