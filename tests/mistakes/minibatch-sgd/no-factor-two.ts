// Wrong: the slope of half the squared error.
class Line {
  constructor(
    public w: number[],
    public b: number,
  ) {}
  at(x: number[]) {
    if (x.length !== this.w.length) throw new TypeError('width');
    return x.reduce((s, v, j) => s + v * this.w[j], this.b);
  }
}
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
  if (!batch.length) throw new RangeError('batch');
  const line = new Line(weights, bias);
  const errors = batch.map(i => {
    if (X[i] === undefined) throw new RangeError('row');
    return line.at(X[i]) - y[i];
  });
  const mean = (f: (k: number) => number) =>
    errors.reduce((s, e, k) => s + e * f(k), 0) / errors.length;
  return { weights: weights.map((_, j) => mean(k => X[batch[k]][j])), bias: mean(() => 1) };
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
  const line = new Line(accept(X, y, o), o.bias ?? 0);
  const epochLosses = o.order.map(p => {
    for (const batch of batches(p, o.batchSize)) {
      const g = gradient(X, y, batch, line.w, line.b);
      line.w = line.w.map((v, j) => v - o.learningRate * g.weights[j]);
      line.b -= o.learningRate * g.bias;
    }
    return X.reduce((s, x, i) => s + (line.at(x) - y[i]) ** 2, 0) / X.length;
  });
  return { weights: line.w, bias: line.b, epochLosses };
}
