/** A class behind the functions: it holds the table, the place, and one step. */
class LinearLearner {
  private readonly table: { x: number[]; target: number }[];
  w: number[];
  b: number;

  constructor(X: number[][], y: number[], w: number[], b: number) {
    if (X.length !== y.length) throw new TypeError(`${X.length} rows but ${y.length} targets`);
    this.table = X.map((x, i) => ({ x, target: y[i] }));
    this.w = [...w];
    this.b = b;
  }

  checkAll(): void {
    for (const { x } of this.table) this.check(x);
  }

  check(x: number[]): void {
    if (x.length !== this.w.length)
      throw new TypeError(`${x.length} features, not ${this.w.length}`);
  }

  residual({ x, target }: { x: number[]; target: number }): number {
    let z = this.b;
    x.forEach((value, j) => {
      z += value * this.w[j];
    });
    return target - z;
  }

  /** Minus half the slope: which way to go, and how far. */
  pull(batch: Iterable<number>): { w: number[]; b: number } {
    const w = this.w.map(() => 0);
    let b = 0;
    let m = 0;
    for (const i of batch) {
      const row = i < 0 ? undefined : this.table[i];
      if (!row) throw new RangeError(`no row ${i}`);
      this.check(row.x);
      const r = this.residual(row);
      m += 1;
      // Running means.
      for (let j = 0; j < w.length; j++) w[j] += (r * row.x[j] - w[j]) / m;
      b += (r - b) / m;
    }
    if (m === 0) throw new RangeError('a batch needs rows');
    return { w, b };
  }

  step(batch: number[], rate: number): void {
    const pull = this.pull(batch);
    this.w = this.w.map((w, j) => w + 2 * rate * pull.w[j]);
    this.b += 2 * rate * pull.b;
  }

  meanSquare(): number {
    let mean = 0;
    this.table.forEach((row, i) => {
      mean += (this.residual(row) ** 2 - mean) / (i + 1);
    });
    return mean;
  }
}

function* chunks(order: number[], size: number): Generator<number[]> {
  for (let from = 0; from < order.length; from += size) yield order.slice(from, from + size);
}

function wholeAndPositive(size: number): number {
  if (size < 1 || Math.trunc(size) !== size || Number.isNaN(size)) throw new RangeError(`${size}`);
  return size;
}

export function batches(order: number[], batchSize: number): number[][] {
  return [...chunks(order, wholeAndPositive(batchSize))];
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) {
  const { w, b } = new LinearLearner(X, y, weights, bias).pull(batch);
  return { weights: w.map(value => -2 * value), bias: -2 * b };
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
) {
  const size = wholeAndPositive(options.batchSize);
  const rate = options.learningRate;
  if (Number.isNaN(rate) || rate <= 0 || rate === Infinity) throw new RangeError(`rate ${rate}`);
  if (X.length === 0) throw new RangeError('a table without rows');
  const learner = new LinearLearner(X, y, options.weights ?? X[0].map(() => 0), options.bias ?? 0);
  learner.checkAll();
  for (const visit of options.order) {
    const left = new Set(X.keys());
    for (const i of visit)
      if (!left.delete(i)) throw new RangeError(`row ${i} is not to be visited`);
    if (left.size > 0) throw new RangeError(`${left.size} rows are never visited`);
  }
  const epochLosses: number[] = [];
  for (const visit of options.order) {
    for (const batch of chunks(visit, size)) learner.step(batch, rate);
    epochLosses.push(learner.meanSquare());
  }
  return { weights: learner.w, bias: learner.b, epochLosses };
}
