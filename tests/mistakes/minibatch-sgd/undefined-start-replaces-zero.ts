// Wrong: spreads the options over the defaults, so that an undefined start replaces the zeros.
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
  accept(X, y, { ...o, weights: o.weights ?? X[0]?.map(() => 0) });
  const all = { weights: X[0].map(() => 0), bias: 0, ...o };
  let w = [...(all.weights ?? X[0].map(() => 0))];
  let b = all.bias as number;
  const epochLosses: number[] = [];
  for (const p of all.order) {
    for (const q of batches(p, all.batchSize)) {
      const g = gradient(X, y, q, w, b);
      w = w.map((v, j) => v - all.learningRate * g.weights[j]);
      b -= all.learningRate * g.bias;
    }
    epochLosses.push(mse(X, y, w, b));
  }
  return { weights: w, bias: b, epochLosses };
}
