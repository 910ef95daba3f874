// Wrong: a last batch of a single row is left out, as if a mean needed two.
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
      if (q.length === 1 && o.batchSize > 1 && p.length > 1) continue;
      const g = gradient(X, y, q, w, b);
      w = w.map((v, j) => v - o.learningRate * g.weights[j]);
      b -= o.learningRate * g.bias;
    }
    epochLosses.push(mse(X, y, w, b));
  }
  return { weights: w, bias: b, epochLosses };
}
