// Wrong: a row that a batch names twice counts once; sgd never does that, so only gradient shows it.
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
  const rows = [...new Set(batch)];
  if (rows.length === 0) throw new RangeError('no rows');
  if (rows.some(i => i < 0 || i >= X.length)) throw new RangeError('row');
  if (rows.some(i => X[i].length !== weights.length)) throw new TypeError('width');
  const errors = rows.map(i => X[i].reduce((s, v, j) => s + v * weights[j], bias) - y[i]);
  const k = 2 / rows.length;
  return {
    weights: weights.map((_, j) => k * errors.reduce((s, e, r) => s + e * X[rows[r]][j], 0)),
    bias: k * errors.reduce((s, e) => s + e, 0),
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
  let b = o.bias ?? 0;
  const epochLosses: number[] = [];
  for (const p of o.order) {
    for (const q of batches(p, o.batchSize)) {
      const g = gradient(X, y, q, w, b);
      w = w.map((v, j) => v - o.learningRate * g.weights[j]);
      b -= o.learningRate * g.bias;
    }
    epochLosses.push(mse(X, y, w, b));
  }
  return { weights: w, bias: b, epochLosses };
}
