// Wrong: only full batches are made, so the rows of a short last one are never visited.
export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
  const full = Math.floor(order.length / batchSize);
  const out: number[][] = [];
  for (let k = 0; k < full; k++) out.push(order.slice(k * batchSize, k * batchSize + batchSize));
  return out;
}
const residual = (x: number[], t: number, w: number[], b: number) =>
  x.reduce((s, v, j) => s + v * w[j], b) - t;
export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) {
  if (X.length !== y.length) throw new TypeError('y');
  if (batch.length === 0) throw new RangeError('batch');
  const g = weights.map(() => 0);
  let gb = 0;
  batch.forEach(i => {
    if (!(i in X)) throw new RangeError('row');
    if (X[i].length !== weights.length) throw new TypeError('width');
    const e = (2 * residual(X[i], y[i], weights, bias)) / batch.length;
    X[i].forEach((v, j) => {
      g[j] += e * v;
    });
    gb += e;
  });
  return { weights: g, bias: gb };
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
  if (!(o.learningRate > 0 && Number.isFinite(o.learningRate))) throw new RangeError('rate');
  if (!X.length) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  batches([], o.batchSize);
  let w = o.weights ? [...o.weights] : X[0].map(() => 0);
  let b = o.bias ?? 0;
  if (X.some(x => x.length !== w.length)) throw new TypeError('width');
  if (o.order.some(p => p.length !== X.length || X.some((_, i) => !p.includes(i))))
    throw new RangeError('order');
  const epochLosses = o.order.map(p => {
    for (const batch of batches(p, o.batchSize)) {
      const g = gradient(X, y, batch, w, b);
      w = w.map((v, j) => v - o.learningRate * g.weights[j]);
      b -= o.learningRate * g.bias;
    }
    return X.reduce((s, x, i) => s + residual(x, y[i], w, b) ** 2, 0) / X.length;
  });
  return { weights: w, bias: b, epochLosses };
}
