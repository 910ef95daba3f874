// Wrong: takes the slope of the bias with the weights that have just been moved.
function requirePositiveWhole(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} = ${value}`);
}

function isPermutation(list: number[], n: number): boolean {
  const count = new Array(n).fill(0);
  for (const i of list) {
    if (!(i in count)) return false;
    count[i] += 1;
  }
  return count.every(c => c === 1);
}

export function batches(order: number[], batchSize: number): number[][] {
  requirePositiveWhole(batchSize, 'batchSize');
  return order.reduce<number[][]>((all, row, place) => {
    const b = Math.floor(place / batchSize);
    (all[b] ??= []).push(row);
    return all;
  }, []);
}

function errors(
  X: number[][],
  y: number[],
  rows: number[],
  weights: number[],
  bias: number,
): number[] {
  return rows.map(i => X[i].reduce((s, x, j) => s + x * weights[j], bias - y[i]));
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length !== y.length) throw new TypeError('X and y');
  if (batch.length === 0) throw new RangeError('batch');
  for (const i of batch) {
    if (i < 0 || i >= X.length) throw new RangeError('row ' + i);
    if (X[i].length !== weights.length) throw new TypeError('weights');
  }
  const e = errors(X, y, batch, weights, bias);
  const scale = 2 / e.length;
  return {
    weights: weights.map((_, j) => scale * e.reduce((s, v, k) => s + v * X[batch[k]][j], 0)),
    bias: scale * e.reduce((s, v) => s + v, 0),
  };
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
  const rate = options.learningRate;
  if (X.length === 0) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('X and y');
  if (!(rate > 0 && Number.isFinite(rate))) throw new RangeError('learningRate');
  requirePositiveWhole(options.batchSize, 'batchSize');
  if (!options.order.every(list => isPermutation(list, X.length))) throw new RangeError('order');
  let weights = options.weights
    ? options.weights.map(w => w)
    : new Array<number>(X[0].length).fill(0);
  if (X.some(row => row.length !== weights.length)) throw new TypeError('weights');
  let bias = options.bias ?? 0;
  const epochLosses = options.order.map(list => {
    batches(list, options.batchSize).forEach(batch => {
      const slope = gradient(X, y, batch, weights, bias).weights;
      weights = weights.map((w, j) => w - rate * slope[j]);
      bias -= rate * gradient(X, y, batch, weights, bias).bias;
    });
    const e = errors(X, y, [...X.keys()], weights, bias);
    return e.reduce((s, v) => s + v * v, 0) / e.length;
  });
  return { weights, bias, epochLosses };
}
