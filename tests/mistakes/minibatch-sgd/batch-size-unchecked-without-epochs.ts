// Wrong: a bad batch size is noticed only when the first epoch is cut.
export const batches = (order: number[], batchSize: number): number[][] => {
  if (!(batchSize > 0 && batchSize % 1 === 0)) throw new RangeError('batchSize ' + batchSize);
  return order.reduce<number[][]>((all, i, k) => {
    if (k % batchSize) all[all.length - 1].push(i);
    else all.push([i]);
    return all;
  }, []);
};
const score = (x: number[], w: number[], b: number) => x.reduce((z, v, j) => z + v * w[j], b);
export const gradient = (
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) => {
  if (X.length !== y.length) throw new TypeError('targets');
  if (batch.length < 1) throw new RangeError('batch of nothing');
  if (batch.some(i => i < 0 || i >= X.length)) throw new RangeError('row number');
  if (batch.some(i => X[i].length !== weights.length)) throw new TypeError('features');
  const e = batch.map(i => score(X[i], weights, bias) - y[i]);
  const m = batch.length / 2;
  return {
    weights: weights.map((_, j) => batch.reduce((a, i, k) => a + e[k] * X[i][j], 0) / m),
    bias: e.reduce((a, v) => a + v, 0) / m,
  };
};
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
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate)) throw new RangeError('rate');
  if (X.length < 1) throw new RangeError('rows');
  if (y.length !== X.length) throw new TypeError('targets');
  const w = [...(o.weights ?? X[0].map(() => 0))];
  if (X.some(x => x.length !== w.length)) throw new TypeError('width');
  for (const p of o.order)
    if (new Set(p).size !== X.length || p.length !== X.length || p.some(i => !(i in X)))
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
