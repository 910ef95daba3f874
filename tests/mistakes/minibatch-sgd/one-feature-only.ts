// Wrong: works for a single feature.
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
  let dw = 0;
  let db = 0;
  for (const i of batch) {
    if (X[i] === undefined) throw new RangeError('row');
    if (X[i].length !== weights.length) throw new TypeError('width');
    const e = weights[0] * X[i][0] + bias - y[i];
    dw += e * X[i][0];
    db += e;
  }
  return { weights: [(2 * dw) / batch.length], bias: (2 * db) / batch.length };
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
  let [w] = accept(X, y, o);
  let b = o.bias ?? 0;
  const epochLosses: number[] = [];
  for (const p of o.order) {
    for (const q of batches(p, o.batchSize)) {
      const g = gradient(X, y, q, [w], b);
      w -= o.learningRate * g.weights[0];
      b -= o.learningRate * g.bias;
    }
    epochLosses.push(X.reduce((s, [x], i) => s + (w * x + b - y[i]) ** 2, 0) / X.length);
  }
  return { weights: [w], bias: b, epochLosses };
}
