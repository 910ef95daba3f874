// Right: a trainer with flat data and one shared gradient buffer, walking over the order by index without cutting it.
function refuseSize(batchSize: number): void {
  if (!(batchSize >= 1) || batchSize % 1 !== 0)
    throw new RangeError(`a batch of ${batchSize} rows`);
}

class Trainer {
  private readonly flat: Float64Array;
  private readonly y: Float64Array;
  private readonly n: number;
  private readonly d: number;
  readonly w: Float64Array;
  b: number;
  /** slopes of the weights, and of the bias at the end */
  readonly slope: Float64Array;

  constructor(rows: number[][], targets: number[], weights: number[], bias: number) {
    this.n = rows.length;
    this.d = weights.length;
    this.w = Float64Array.from(weights);
    this.b = bias;
    this.y = Float64Array.from(targets);
    this.flat = new Float64Array(this.n * this.d);
    rows.forEach((row, i) => {
      if (row.length !== this.d) throw new TypeError(`${row.length} features, ${this.d} weights`);
      this.flat.set(row, i * this.d);
    });
    this.slope = new Float64Array(this.d + 1);
  }

  private error(i: number): number {
    let prediction = 0;
    for (let j = 0; j < this.d; j += 1) prediction += this.flat[i * this.d + j] * this.w[j];
    return prediction + this.b - this.y[i];
  }

  /** the slope over the rows list[from … to - 1] */
  measure(list: ArrayLike<number>, from: number, to: number): void {
    this.slope.fill(0);
    const share = 2 / (to - from);
    for (let at = from; at < to; at += 1) {
      const i = list[at];
      const pull = share * this.error(i);
      for (let j = 0; j < this.d; j += 1) this.slope[j] += pull * this.flat[i * this.d + j];
      this.slope[this.d] += pull;
    }
  }

  move(rate: number): void {
    for (let j = 0; j < this.d; j += 1) this.w[j] -= rate * this.slope[j];
    this.b -= rate * this.slope[this.d];
  }

  loss(): number {
    let sum = 0;
    for (let i = 0; i < this.n; i += 1) sum += this.error(i) ** 2;
    return sum / this.n;
  }
}

export function batches(order: number[], batchSize: number): number[][] {
  refuseSize(batchSize);
  const result: number[][] = [];
  order.forEach((row, place) => {
    if (place % batchSize === 0) result.push([]);
    result[result.length - 1].push(row);
  });
  return result;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length !== y.length) throw new TypeError(`${X.length} rows, ${y.length} targets`);
  if (batch.length === 0) throw new RangeError('no rows in the batch');
  for (const i of batch) if (!(0 <= i && i < X.length)) throw new RangeError(`row ${i}`);
  // only the rows of the batch are loaded; a row named twice is loaded twice
  const trainer = new Trainer(
    batch.map(i => X[i]),
    batch.map(i => y[i]),
    weights,
    bias,
  );
  trainer.measure(
    batch.map((_, at) => at),
    0,
    batch.length,
  );
  const slopes = Array.from(trainer.slope);
  const last = slopes.pop() as number;
  return { weights: slopes, bias: last };
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
  if (X.length !== y.length) throw new TypeError(`${X.length} rows, ${y.length} targets`);
  refuseSize(options.batchSize);
  if (!Number.isFinite(options.learningRate) || options.learningRate <= 0)
    throw new RangeError('learning rate');
  for (const list of options.order) {
    const sorted = Array.from(list).sort((a, b) => a - b);
    if (sorted.length !== X.length) throw new RangeError('an order of another length');
    sorted.forEach((row, i) => {
      if (row !== i) throw new RangeError('an order that is no permutation');
    });
  }
  const trainer = new Trainer(
    X,
    y,
    options.weights ?? new Array<number>(X[0].length).fill(0),
    options.bias ?? 0,
  );
  const epochLosses = options.order.map(list => {
    for (let from = 0; from < list.length; from += options.batchSize) {
      trainer.measure(list, from, Math.min(from + options.batchSize, list.length));
      trainer.move(options.learningRate);
    }
    return trainer.loss();
  });
  return { weights: [...trainer.w], bias: trainer.b, epochLosses };
}
