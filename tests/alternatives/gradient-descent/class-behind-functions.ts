class LinearModel {
  readonly theta: readonly number[];

  /** The bias first, then the weights. */
  constructor(theta: readonly number[]) {
    this.theta = theta;
  }

  at(row: readonly number[]): number {
    if (row.length + 1 !== this.theta.length) throw new TypeError('LinearModel: width');
    return [1, ...row].map((x, k) => x * this.theta[k]).reduce((a, b) => a + b, 0);
  }

  risk(data: DataSet): number {
    return data.mean((row, target) => (this.at(row) - target) ** 2);
  }

  slope(data: DataSet): number[] {
    return this.theta.map((_, k) =>
      data.mean((row, target) => 2 * (this.at(row) - target) * (k === 0 ? 1 : row[k - 1])),
    );
  }

  moved(slope: readonly number[], by: number): LinearModel {
    return new LinearModel(this.theta.map((value, k) => value + by * slope[k]));
  }
}

class DataSet {
  readonly X: number[][];
  readonly y: number[];

  constructor(X: number[][], y: number[]) {
    if (X.length === 0) throw new RangeError('DataSet: empty');
    if (X.length !== y.length) throw new TypeError('DataSet: length');
    if (X.some(row => row.length !== X[0].length)) throw new TypeError('DataSet: ragged');
    this.X = X;
    this.y = y;
  }

  mean(f: (row: number[], target: number) => number): number {
    let mean = 0;
    this.X.forEach((row, i) => {
      mean += (f(row, this.y[i]) - mean) / (i + 1);
    });
    return mean;
  }
}

const model = (weights: number[], bias: number) => new LinearModel([bias, ...weights]);
const split = ([bias, ...weights]: readonly number[]) => ({ weights, bias });

export const predict = (X: number[][], weights: number[], bias: number) =>
  X.map(row => model(weights, bias).at(row));
export const loss = (X: number[][], y: number[], weights: number[], bias: number) =>
  model(weights, bias).risk(new DataSet(X, y));
export const gradient = (X: number[][], y: number[], weights: number[], bias: number) =>
  split(model(weights, bias).slope(new DataSet(X, y)));

export const gradientDescent = (
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
) => {
  const data = new DataSet(X, y);
  const { learningRate: rate, steps, tolerance = 0 } = options;
  if (!(Number.isFinite(rate) && rate > 0)) throw new RangeError(`learning rate ${rate}`);
  const start = model(options.weights ?? X[0].map(() => 0), options.bias ?? 0);

  let here = start;
  const losses = [start.risk(data)];
  const end = (status: string) => ({ ...split(here.theta), losses, status });
  while (losses.length <= steps) {
    here = here.moved(here.slope(data), -rate);
    const [before, now] = [losses[losses.length - 1], here.risk(data)];
    losses.push(now);
    if (!(now <= 1e6 * (losses[0] + 1))) return end('diverged');
    if (Math.abs(now - before) < tolerance) return end('converged');
  }
  return end('max-steps');
};
