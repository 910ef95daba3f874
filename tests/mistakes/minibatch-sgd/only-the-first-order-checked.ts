// Wrong: looks only at the first order, so a later one may leave rows out.
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
function start(
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
  if (X.length < 1) throw new RangeError('rows');
  if (y.length !== X.length) throw new TypeError('targets');
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate)) throw new RangeError('rate');
  const w = [...(o.weights ?? X[0].map(() => 0))];
  if (X.some(x => x.length !== w.length)) throw new TypeError('width');
  batches([], o.batchSize);
  const first = o.order[0];
  if (first && (first.length !== X.length || X.some((_, i) => !first.includes(i))))
    throw new RangeError('order');
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
  let w = start(X, y, o);
  let b = o.bias ?? 0;
  const epochLosses: number[] = [];
  for (const visit of o.order) {
    for (const part of batches(visit, o.batchSize)) {
      const down = gradient(X, y, part, w, b);
      w = w.map((v, j) => v - o.learningRate * down.weights[j]);
      b -= o.learningRate * down.bias;
    }
    epochLosses.push(mse(X, y, w, b));
  }
  return { weights: w, bias: b, epochLosses };
}
