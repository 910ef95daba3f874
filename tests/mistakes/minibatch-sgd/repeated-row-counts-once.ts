// Wrong: turns the batch into a set, so that a row that is named twice counts once.
const mse = (X: number[][], y: number[], w: number[], b: number): number =>
  X.map((x, i) => (value(x, w, b) - y[i]) ** 2).reduce((p, q) => p + q, 0) / X.length;

function value(x: number[], w: number[], b: number): number {
  return b + x.reduce((s, v, j) => s + v * w[j], 0);
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize)) throw new RangeError('batchSize is not whole');
  if (batchSize < 1) throw new RangeError('batchSize is too small');
  const out: number[][] = [];
  for (let at = 0; at < order.length; ) {
    const end = Math.min(at + batchSize, order.length);
    out.push(order.slice(at, end));
    at = end;
  }
  return out;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length !== y.length) throw new TypeError('X, y');
  const rows = new Set(batch);
  if (rows.size === 0) throw new RangeError('the batch is empty');
  const sum = weights.map(() => 0);
  let sumB = 0;
  rows.forEach(i => {
    if (i < 0 || i > X.length - 1) throw new RangeError(`no row ${i}`);
    if (X[i].length !== weights.length) throw new TypeError(`row ${i} does not fit the weights`);
    const r = value(X[i], weights, bias) - y[i];
    sumB += r;
    X[i].forEach((v, j) => {
      sum[j] += r * v;
    });
  });
  return { weights: sum.map(s => (2 * s) / rows.size), bias: (2 * sumB) / rows.size };
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
  const { learningRate, batchSize, order } = options;
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('X, y');
  if (learningRate <= 0 || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  const plan = order.map(list => {
    if (list.length !== X.length || [...X.keys()].some(i => list.indexOf(i) < 0))
      throw new RangeError('order');
    return batches(list, batchSize);
  });
  batches([], batchSize);
  let w = options.weights === undefined ? Array.from(X[0], () => 0) : [...options.weights];
  let b = options.bias === undefined ? 0 : options.bias;
  if (X.some(x => x.length !== w.length)) throw new TypeError('X, weights');
  const epochLosses: number[] = [];
  for (const epoch of plan) {
    for (const batch of epoch) {
      const g = gradient(X, y, batch, w, b);
      [w, b] = [w.map((v, j) => v - learningRate * g.weights[j]), b - learningRate * g.bias];
    }
    epochLosses.push(mse(X, y, w, b));
  }
  return { weights: w, bias: b, epochLosses };
}
