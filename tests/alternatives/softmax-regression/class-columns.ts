// A class per model, weights kept as one typed column per class; margins to the label instead of logits.
class Model {
  readonly K: number;
  readonly d: number;
  readonly columns: Float64Array[];
  constructor(weights: ArrayLike<number>[], bias: ArrayLike<number>) {
    this.K = bias.length;
    this.d = weights.length;
    for (const row of weights) if (row.length !== this.K) throw new TypeError('K');
    this.columns = Array.from({ length: this.K }, (_, k) =>
      Float64Array.from([...weights.map(row => row[k]), bias[k]]),
    );
  }
  static blank(d: number, K: number): Model {
    const row = new Float64Array(K);
    return new Model(
      Array.from({ length: d }, () => row),
      row,
    );
  }
  logits(x: number[]): Float64Array {
    if (x.length !== this.d) throw new TypeError('d');
    return Float64Array.from(this.columns, column => {
      let z = column[this.d];
      for (let j = this.d - 1; j >= 0; j--) z += column[j] * x[j];
      return z;
    });
  }
  get weights(): number[][] {
    return Array.from({ length: this.d }, (_, j) => this.columns.map(column => column[j]));
  }
  get bias(): number[] {
    return this.columns.map(column => column[this.d]);
  }
  /** ln Σ exp of the margins over the label: the loss of a row, without any subtraction at the end. */
  nats(x: number[], label: number): number {
    const z = this.logits(x);
    return logSumExp(z.map(value => value - z[label]));
  }
  cost(X: number[][], y: number[], l2: number): number {
    let sum = 0;
    X.forEach((x, i) => {
      sum += this.nats(x, y[i]);
    });
    let squares = 0;
    for (const column of this.columns) for (let j = 0; j < this.d; j++) squares += column[j] ** 2;
    return sum / X.length + 0.5 * l2 * squares;
  }
  slope(X: number[][], y: number[], l2: number): Model {
    const out = Model.blank(this.d, this.K);
    X.forEach((x, i) => {
      softmax(this.logits(x)).forEach((p, k) => {
        const error = (k === y[i] ? p - 1 : p) / X.length;
        x.forEach((value, j) => {
          out.columns[k][j] += error * value;
        });
        out.columns[k][this.d] += error;
      });
    });
    this.columns.forEach((column, k) => {
      for (let j = 0; j < this.d; j++) out.columns[k][j] += l2 * column[j];
    });
    return out;
  }
}

function audit(X: number[][], y: number[], K: number): void {
  if (X.length < 1) throw new RangeError('n');
  if (y.length !== X.length) throw new TypeError('n');
  if (y.some(label => !Number.isInteger(label) || label < 0 || label >= K))
    throw new RangeError('y');
}

export function logSumExp(z: ArrayLike<number>): number {
  let [peak, sum] = [-Infinity, 0];
  for (let k = 0; k < z.length; k++) {
    // Kept relative to the largest seen so far, in one pass.
    if (z[k] > peak) [peak, sum] = [z[k], sum * Math.exp(peak - z[k]) + 1];
    else sum += Math.exp(z[k] - peak);
  }
  return peak + Math.log(sum);
}

export function softmax(z: ArrayLike<number>): number[] {
  const all = Array.from(z);
  return all.map(own => 1 / all.reduce((sum, other) => sum + Math.exp(other - own), 0));
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  const model = new Model(weights, bias);
  return X.map(x => softmax(model.logits(x)));
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  const model = new Model(weights, bias);
  return X.map(x => {
    const z = model.logits(x);
    return z.indexOf(z.reduce((a, b) => Math.max(a, b)));
  });
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  audit(X, y, bias.length);
  return new Model(weights, bias).cost(X, y, l2);
}

export function gradient(X: number[][], y: number[], weights: number[][], bias: number[], l2 = 0) {
  audit(X, y, bias.length);
  const g = new Model(weights, bias).slope(X, y, l2);
  return { weights: g.weights, bias: g.bias };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  const { classes, learningRate, steps } = options;
  const l2 = options.l2 ?? 0;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learningRate');
  audit(X, y, classes);
  const model = Model.blank(X[0].length, classes);
  const losses = [model.cost(X, y, l2)];
  while (losses.length <= steps) {
    const g = model.slope(X, y, l2);
    model.columns.forEach((column, k) => {
      column.forEach((w, j) => {
        column[j] = w - learningRate * g.columns[k][j];
      });
    });
    losses.push(model.cost(X, y, l2));
  }
  return { weights: model.weights, bias: model.bias, losses };
}
