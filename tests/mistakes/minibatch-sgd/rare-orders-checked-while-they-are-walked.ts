// Wrong: checks options only inside the loop over the epochs, so with no epochs a bad batch size, rate or weights pass.
class Model {
  weights: number[];
  bias: number;
  constructor(weights: number[], bias: number) {
    this.weights = weights;
    this.bias = bias;
  }
  error(row: number[], target: number): number {
    if (row.length !== this.weights.length) throw new TypeError('width of the weights');
    return this.weights.reduce((s, w, j) => s + w * row[j], this.bias) - target;
  }
  slope(X: number[][], y: number[], batch: number[]) {
    const errors = batch.map(i => this.error(X[i], y[i]));
    const mean2 = (values: number[]) => (2 * values.reduce((s, v) => s + v, 0)) / values.length;
    return {
      weights: this.weights.map((_, j) => mean2(errors.map((e, k) => e * X[batch[k]][j]))),
      bias: mean2(errors),
    };
  }
  mse(X: number[][], y: number[]): number {
    return X.reduce((s, row, i) => s + this.error(row, y[i]) ** 2, 0) / X.length;
  }
}

export function batches(order: number[], batchSize: number): number[][] {
  if (!(Number.isInteger(batchSize) && batchSize >= 1)) throw new RangeError('batchSize');
  const result: number[][] = [];
  for (const row of order) {
    const last = result.at(-1);
    if (last === undefined || last.length === batchSize) result.push([row]);
    else last.push(row);
  }
  return result;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length !== y.length) throw new TypeError('targets');
  if (batch.length < 1) throw new RangeError('batch');
  if (Math.min(...batch) < 0 || Math.max(...batch) > X.length - 1)
    throw new RangeError('row number');
  return new Model(weights, bias).slope(X, y, batch);
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
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('targets');
  const model = new Model([...(options.weights ?? X[0].map(() => 0))], options.bias ?? 0);
  const epochLosses: number[] = [];
  options.order.forEach(list => {
    if (!(options.learningRate > 0) || options.learningRate === Infinity)
      throw new RangeError('learningRate');
    const seen = new Set(list);
    if (list.length !== X.length || X.some((_, i) => !seen.has(i))) throw new RangeError('order');
    for (const batch of batches(list, options.batchSize)) {
      const g = model.slope(X, y, batch);
      model.weights = model.weights.map((w, j) => w - options.learningRate * g.weights[j]);
      model.bias -= options.learningRate * g.bias;
    }
    epochLosses.push(model.mse(X, y));
  });
  return { weights: model.weights, bias: model.bias, epochLosses };
}
