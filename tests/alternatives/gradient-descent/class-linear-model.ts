// Written by an object-oriented developer: a data set class, an immutable model class and a trainer, with the exports as thin shells.
class Dataset {
  readonly rows: readonly (readonly number[])[];
  readonly targets: readonly number[];
  constructor(rows: number[][], targets: number[]) {
    if (rows.length === 0) throw new RangeError('A data set needs rows.');
    if (rows.some(r => r.length !== rows[0].length)) throw new TypeError('Ragged rows.');
    if (rows.length !== targets.length) throw new TypeError('One target per row, please.');
    this.rows = rows;
    this.targets = targets;
  }
  get size(): number {
    return this.rows.length;
  }
  get width(): number {
    return this.rows[0].length;
  }
}

class LinearModel {
  private readonly w: readonly number[];
  private readonly b: number;
  constructor(w: readonly number[], b: number) {
    this.w = w.slice();
    this.b = b;
  }
  value(row: readonly number[]): number {
    if (row.length !== this.w.length)
      throw new TypeError(`This model takes ${this.w.length} features.`);
    let sum = 0;
    for (const [j, x] of row.entries()) sum += this.w[j] * x;
    return sum + this.b;
  }
  error(data: Dataset, i: number): number {
    return this.value(data.rows[i]) - data.targets[i];
  }
  cost(data: Dataset): number {
    let sum = 0;
    for (let i = 0; i < data.size; i++) sum += this.error(data, i) ** 2;
    return sum / data.size;
  }
  slope(data: Dataset): LinearModel {
    if (data.width !== this.w.length)
      throw new TypeError(`This model takes ${this.w.length} features.`);
    const gw = this.w.map(() => 0);
    let gb = 0;
    for (let i = 0; i < data.size; i++) {
      const pull = (2 * this.error(data, i)) / data.size;
      data.rows[i].forEach((x, j) => {
        gw[j] += pull * x;
      });
      gb += pull;
    }
    return new LinearModel(gw, gb);
  }
  moved(direction: LinearModel, amount: number): LinearModel {
    return new LinearModel(
      this.w.map((v, j) => v + amount * direction.w[j]),
      this.b + amount * direction.b,
    );
  }
  plain(): { weights: number[]; bias: number } {
    return { weights: [...this.w], bias: this.b };
  }
}

type Status = 'max-steps' | 'converged' | 'diverged';

class Trainer {
  private readonly data: Dataset;
  private readonly rate: number;
  private readonly tolerance: number;
  private model: LinearModel;
  readonly losses: number[];
  status: Status = 'max-steps';
  constructor(data: Dataset, model: LinearModel, rate: number, tolerance: number) {
    if (!(rate > 0) || !Number.isFinite(rate))
      throw new RangeError('The learning rate must be positive and finite.');
    this.data = data;
    this.model = model;
    this.rate = rate;
    this.tolerance = tolerance;
    this.losses = [model.cost(data)];
  }
  /** @returns whether the walk may go on. */
  private advance(): boolean {
    this.model = this.model.moved(this.model.slope(this.data), -this.rate);
    const now = this.model.cost(this.data);
    const change = now - this.losses[this.losses.length - 1];
    this.losses.push(now);
    if (!Number.isFinite(now) || now > 1e6 * (this.losses[0] + 1)) this.status = 'diverged';
    else if (change < this.tolerance && -change < this.tolerance) this.status = 'converged';
    return this.status === 'max-steps';
  }
  run(steps: number) {
    let done = 0;
    while (done < steps && this.advance()) done += 1;
    return { ...this.model.plain(), losses: this.losses.slice(), status: this.status };
  }
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const model = new LinearModel(weights, bias);
  return X.map(row => model.value(row));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return new LinearModel(weights, bias).cost(new Dataset(X, y));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return new LinearModel(weights, bias).slope(new Dataset(X, y)).plain();
}

export function gradientDescent(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): { weights: number[]; bias: number; losses: number[]; status: Status } {
  const data = new Dataset(X, y);
  const start = new LinearModel(options.weights ?? Array(data.width).fill(0), options.bias ?? 0);
  return new Trainer(data, start, options.learningRate, options.tolerance ?? 0).run(options.steps);
}
