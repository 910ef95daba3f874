// A range below 1e-10 is taken for rounding.
class Column {
  readonly mean: number;
  readonly deviation: number;
  readonly z: number[];

  constructor(values: number[]) {
    let low = values[0];
    let high = values[0];
    for (const v of values) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
    if (high - low < 1e-10) {
      this.mean = low;
      this.deviation = 1;
      this.z = values.map(() => 0);
      return;
    }
    // first to [0, 1], so that neither squares nor sums leave the range of a double
    const range = high - low;
    const unit = values.map(v => (v - low) / range);
    let m = 0;
    for (const u of unit) m += u;
    m /= unit.length;
    let ss = 0;
    for (const u of unit) ss += (u - m) * (u - m);
    const s = Math.sqrt(ss / unit.length);
    this.mean = low + m * range;
    this.deviation = s * range;
    this.z = unit.map(u => (u - m) / s);
  }
}

class Model {
  private readonly slopes: number[];
  private offset = 0;

  constructor(
    private readonly columns: Column[],
    private readonly targets: number[],
  ) {
    this.slopes = columns.map(() => 0);
  }

  logits(): number[] {
    return this.targets.map((_, i) => {
      let z = this.offset;
      this.columns.forEach((c, j) => {
        z += c.z[i] * this.slopes[j];
      });
      return z;
    });
  }

  loss(): number {
    return logLoss(this.logits(), this.targets);
  }

  step(rate: number): void {
    const n = this.targets.length;
    const errors = this.logits().map((z, i) =>
      this.targets[i] === 1 ? -1 / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)),
    );
    this.columns.forEach((c, j) => {
      let g = 0;
      for (let i = 0; i < n; i++) g += errors[i] * c.z[i];
      this.slopes[j] -= (rate * g) / n;
    });
    let g0 = 0;
    for (const e of errors) g0 += e;
    this.offset -= (rate * g0) / n;
  }

  original(): { weights: number[]; bias: number } {
    const weights = this.slopes.map((v, j) => v / this.columns[j].deviation);
    let bias = this.offset;
    weights.forEach((w, j) => {
      bias -= w * this.columns[j].mean;
    });
    return { weights, bias };
  }
}

function columnsOf(X: number[][]): Column[] {
  if (X.length === 0) throw new RangeError('there are no rows');
  const d = X[0].length;
  for (const row of X) if (row.length !== d) throw new TypeError('rows of different lengths');
  return Array.from({ length: d }, (_, j) => new Column(X.map(row => row[j])));
}

export function binaryLabels(y: number[]): number[] {
  let zero = false;
  let minus = false;
  const out: number[] = [];
  for (const v of y) {
    switch (v) {
      case 1:
        out.push(1);
        break;
      case 0:
        zero = true;
        out.push(0);
        break;
      case -1:
        minus = true;
        out.push(0);
        break;
      default:
        throw new RangeError(`${v} is not a label`);
    }
  }
  if (zero && minus) throw new RangeError('both 0 and -1 occur');
  return out;
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const columns = columnsOf(X);
  return {
    Z: X.map((_, i) => columns.map(c => c.z[i])),
    means: columns.map(c => c.mean),
    deviations: columns.map(c => c.deviation),
  };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logits and labels differ in number');
  let average = 0;
  logits.forEach((z, i) => {
    const margin = y[i] === 1 ? z : -z;
    const cost =
      margin >= 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    average += (cost - average) / (i + 1);
  });
  return average;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  if (!Number.isFinite(options.learningRate) || options.learningRate <= 0) {
    throw new RangeError('the learning rate must be positive and finite');
  }
  const columns = columnsOf(X);
  if (y.length !== X.length) throw new TypeError('one label per row, please');
  const model = new Model(columns, binaryLabels(y));
  const losses = [model.loss()];
  for (let t = 1; t <= options.steps; t++) {
    model.step(options.learningRate);
    losses.push(model.loss());
  }
  return { ...model.original(), losses };
}
