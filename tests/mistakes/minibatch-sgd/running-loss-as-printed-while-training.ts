// Wrong: the loss of an epoch is the mean of the batch losses, each measured before its update.
export const batches = (order: number[], batchSize: number): number[][] => {
  if (!(batchSize > 0 && batchSize % 1 === 0)) throw new RangeError('batchSize ' + batchSize);
  return order.reduce<number[][]>((all, i, k) => {
    if (k % batchSize) all[all.length - 1].push(i);
    else all.push([i]);
    return all;
  }, []);
};
export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) {
  if (X.length !== y.length) throw new TypeError('length of y');
  if (batch.length === 0) throw new RangeError('empty batch');
  const dw = weights.map(() => 0);
  let db = 0;
  for (const i of batch) {
    const x = X[i];
    if (!x) throw new RangeError(`row ${i}`);
    if (x.length !== weights.length) throw new TypeError(`width of row ${i}`);
    let p = bias;
    for (let j = 0; j < x.length; j++) p += x[j] * weights[j];
    for (let j = 0; j < x.length; j++) dw[j] += (2 / batch.length) * (p - y[i]) * x[j];
    db += (2 / batch.length) * (p - y[i]);
  }
  return { weights: dw, bias: db };
}
function accept(
  X: number[][],
  y: number[],
  o: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
) {
  if (!(o.learningRate > 0 && o.learningRate < Infinity)) throw new RangeError('learning rate');
  batches([], o.batchSize);
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('targets');
  const w = o.weights ? [...o.weights] : X[0].map(() => 0);
  if (X.some(x => x.length !== w.length)) throw new TypeError('widths');
  for (const p of o.order) {
    const s = new Set(p.filter(i => i >= 0 && i < X.length));
    if (s.size !== X.length || p.length !== X.length) throw new RangeError('not a permutation');
  }
  return w;
}
const mse = (X: number[][], y: number[], w: number[], b: number) =>
  X.reduce((s, x, i) => s + (x.reduce((z, v, j) => z + v * w[j], b) - y[i]) ** 2, 0) / X.length;
export function sgd(
  X: number[][],
  y: number[],
  o: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
) {
  const weights = accept(X, y, o);
  let bias = o.bias ?? 0;
  const epochLosses: number[] = [];
  o.order.forEach(p => {
    let total = 0;
    batches(p, o.batchSize).forEach(batch => {
      total +=
        batch.length *
        mse(
          batch.map(i => X[i]),
          batch.map(i => y[i]),
          weights,
          bias,
        );
      const g = gradient(X, y, batch, weights, bias);
      for (let j = 0; j < weights.length; j++) weights[j] -= o.learningRate * g.weights[j];
      bias -= o.learningRate * g.bias;
    });
    epochLosses.push(total / X.length);
  });
  return { weights, bias, epochLosses };
}
