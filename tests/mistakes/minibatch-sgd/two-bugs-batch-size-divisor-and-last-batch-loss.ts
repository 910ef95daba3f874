// Wrong: sgd divides the short batch by batchSize instead of its length, and reports the mean squared error of the last batch only.
const whole = (v: number) => Number.isInteger(v) && v >= 1;

export function batches(order: number[], batchSize: number): number[][] {
  if (!whole(batchSize)) throw new RangeError('batchSize');
  const rest = [...order];
  const out: number[][] = [];
  while (rest.length) out.push(rest.splice(0, batchSize));
  return out;
}

const residual = (x: number[], t: number, w: number[], b: number) =>
  x.reduce((s, v, j) => s + v * w[j], b) - t;

function slopes(X: number[][], y: number[], batch: number[], w: number[], b: number, m: number) {
  const e = batch.map(i => residual(X[i], y[i], w, b));
  return {
    weights: w.map((_, j) => (2 / m) * batch.reduce((s, i, k) => s + e[k] * X[i][j], 0)),
    bias: (2 / m) * e.reduce((s, v) => s + v, 0),
  };
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length !== y.length) throw new TypeError('y');
  if (!batch.length || batch.some(i => i < 0 || i >= X.length)) throw new RangeError('batch');
  if (batch.some(i => X[i].length !== weights.length)) throw new TypeError('weights');
  return slopes(X, y, batch, weights, bias, batch.length);
}

export function sgd(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
): { weights: number[]; bias: number; epochLosses: number[] } {
  const { learningRate: rate, batchSize, order } = options;
  if (!X.length || !(rate > 0) || rate === Infinity || !whole(batchSize))
    throw new RangeError('options');
  if (order.some(o => o.length !== X.length || X.some((_, i) => !o.includes(i))))
    throw new RangeError('order');
  if (X.length !== y.length) throw new TypeError('y');
  let w = options.weights ? [...options.weights] : X[0].map(() => 0);
  let b = options.bias ?? 0;
  if (X.some(x => x.length !== w.length)) throw new TypeError('weights');
  const epochLosses: number[] = [];
  for (const o of order) {
    let last: number[] = [];
    for (const batch of batches(o, batchSize)) {
      const g = slopes(X, y, batch, w, b, batchSize);
      w = w.map((v, j) => v - rate * g.weights[j]);
      b -= rate * g.bias;
      last = batch;
    }
    epochLosses.push(last.reduce((s, i) => s + residual(X[i], y[i], w, b) ** 2, 0) / last.length);
  }
  return { weights: w, bias: b, epochLosses };
}
