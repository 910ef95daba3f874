/** Rows are kept in two groups by label; each group pulls in its own direction. */
class Groups {
  readonly yes: number[][] = [];
  readonly no: number[][] = [];
  readonly n: number;

  constructor(X: number[][], y: number[]) {
    if (X.length === 0) throw new RangeError('Groups: nothing to learn from');
    if (X.length !== y.length) throw new TypeError('Groups: one label per row, please');
    for (const [i, row] of X.entries()) {
      if (row.length !== X[0].length) throw new TypeError('Groups: ragged');
      if (y[i] === 1) this.yes.push(row);
      else if (y[i] === 0) this.no.push(row);
      else throw new RangeError('Groups: a label that is neither 0 nor 1');
    }
    this.n = X.length;
  }
}

class Model {
  readonly weights: readonly number[];
  readonly bias: number;
  readonly l2: number;

  constructor(weights: readonly number[], bias: number, l2: number) {
    this.weights = weights;
    this.bias = bias;
    this.l2 = l2;
  }

  logit(row: readonly number[]): number {
    if (row.length !== this.weights.length) throw new TypeError('Model: width');
    return this.bias + row.reduce((sum, x, j) => sum + x * this.weights[j], 0);
  }

  objective({ yes, no, n }: Groups): number {
    const surprise = (z: number) => (z > 30 ? z : Math.log1p(Math.exp(z)));
    const nats = [...yes.map(row => -this.logit(row)), ...no.map(row => this.logit(row))];
    const mean = nats.map(surprise).reduce((a, b) => a + b, 0) / n;
    return mean + (this.l2 * Math.hypot(...this.weights) ** 2) / 2;
  }

  slope({ yes, no, n }: Groups): { weights: number[]; bias: number } {
    const pulls = [
      ...yes.map(row => ({ row, pull: -sigmoid(-this.logit(row)) })),
      ...no.map(row => ({ row, pull: sigmoid(this.logit(row)) })),
    ];
    const mean = (g: (row: number[]) => number) =>
      pulls.reduce((sum, { row, pull }) => sum + pull * g(row), 0) / n;
    return {
      weights: this.weights.map((w, j) => mean(row => row[j]) + this.l2 * w),
      bias: mean(() => 1),
    };
  }
}

export function sigmoid(z: number): number {
  return z < -700 ? 0 : 1 / (1 + Math.exp(-z));
}

export const predictProba = (X: number[][], weights: number[], bias: number) => {
  const model = new Model(weights, bias, 0);
  return X.map(row => sigmoid(model.logit(row)));
};

export const loss = (X: number[][], y: number[], weights: number[], bias: number, l2 = 0) =>
  new Model(weights, bias, l2).objective(new Groups(X, y));

export const gradient = (X: number[][], y: number[], weights: number[], bias: number, l2 = 0) =>
  new Model(weights, bias, l2).slope(new Groups(X, y));

export const fit = (
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) => {
  const groups = new Groups(X, y);
  const { learningRate: rate, steps, l2 = 0 } = options;
  if (!(Number.isFinite(rate) && rate > 0)) throw new RangeError('fit: learning rate');
  let model = new Model([...(options.weights ?? X[0].map(() => 0))], options.bias ?? 0, l2);
  const losses = [model.objective(groups)];
  while (losses.length <= steps) {
    const { weights, bias } = model.slope(groups);
    model = new Model(
      model.weights.map((w, j) => w - rate * weights[j]),
      model.bias - rate * bias,
      l2,
    );
    losses.push(model.objective(groups));
  }
  return { weights: [...model.weights], bias: model.bias, losses };
};

export const predict = (X: number[][], weights: number[], bias: number, threshold = 0.5) =>
  predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
