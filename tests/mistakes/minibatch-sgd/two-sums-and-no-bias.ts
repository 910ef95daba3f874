// Wrong twice: the slopes are sums over the batch, and the bias never moves.
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
  if (X.length !== y.length) throw new TypeError('y');
  if (batch.length === 0) throw new RangeError('batch');
  batch.forEach(i => {
    if (!X[i]) throw new RangeError('row');
    if (X[i].length !== weights.length) throw new TypeError('width');
  });
  const e = batch.map(i => 2 * (X[i].reduce((s, v, j) => s + v * weights[j], bias) - y[i]));
  return {
    weights: weights.map((_, j) => batch.reduce((s, i, k) => s + e[k] * X[i][j], 0)),
    bias: 0,
  };
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
  let w = accept(X, y, o);
  const b = o.bias ?? 0;
  const epochLosses = o.order.map(p => {
    for (const q of batches(p, o.batchSize)) {
      const g = gradient(X, y, q, w, b);
      w = w.map((v, j) => v - o.learningRate * g.weights[j]);
    }
    return mse(X, y, w, b);
  });
  return { weights: w, bias: b, epochLosses };
}
