// Written by a careful accountant: compensated (Neumaier) sums that run from the last row to the first.
class Tally {
  private sum = 0;
  private lost = 0;
  put(v: number): this {
    const t = this.sum + v;
    if (Number.isFinite(t)) {
      this.lost += Math.abs(this.sum) >= Math.abs(v) ? this.sum - t + v : v - t + this.sum;
    } else {
      this.lost = 0;
    }
    this.sum = t;
    return this;
  }
  get value(): number {
    return this.sum + this.lost;
  }
}

function checkShapes(X: number[][], y: number[], d: number): void {
  const n = X.length;
  if (n !== y.length) throw new TypeError(`X has ${n} rows, y has ${y.length}`);
  if (n === 0) throw new RangeError('X has no rows');
  checkWidths(X, d);
}

function checkWidths(X: number[][], d: number): void {
  const bad = X.findIndex(r => r.length !== d);
  if (bad >= 0) throw new TypeError(`row ${bad} has ${X[bad].length} features instead of ${d}`);
}

function guess(row: number[], weights: number[], bias: number): number {
  const t = new Tally();
  let j = weights.length;
  while (j-- > 0) t.put(row[j] * weights[j]);
  return t.put(bias).value;
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  checkWidths(X, weights.length);
  const out = new Array<number>(X.length);
  for (let i = X.length - 1; i >= 0; i--) out[i] = guess(X[i], weights, bias);
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  checkShapes(X, y, weights.length);
  const t = new Tally();
  for (let i = X.length - 1; i >= 0; i--) t.put((guess(X[i], weights, bias) - y[i]) ** 2);
  return t.value / X.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  checkShapes(X, y, weights.length);
  const tallies = weights.map(() => new Tally());
  const constant = new Tally();
  for (let i = X.length - 1; i >= 0; i--) {
    const twice = 2 * (guess(X[i], weights, bias) - y[i]);
    constant.put(twice);
    tallies.forEach((t, j) => {
      t.put(twice * X[i][j]);
    });
  }
  return { weights: tallies.map(t => t.value / X.length), bias: constant.value / X.length };
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
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  const d = options.weights !== undefined ? options.weights.length : X.length > 0 ? X[0].length : 0;
  checkShapes(X, y, d);
  if (!Number.isFinite(options.learningRate)) throw new RangeError('learning rate is not finite');
  if (options.learningRate <= 0) throw new RangeError('learning rate is not positive');
  const result = {
    weights: Array.from({ length: d }, (_, j) =>
      options.weights === undefined ? 0 : options.weights[j],
    ),
    bias: options.bias === undefined ? 0 : options.bias,
    losses: [] as number[],
    status: 'max-steps' as 'max-steps' | 'converged' | 'diverged',
  };
  result.losses.push(loss(X, y, result.weights, result.bias));
  const tolerance = options.tolerance === undefined ? 0 : options.tolerance;
  for (let updates = 0; updates < options.steps && result.status === 'max-steps'; updates++) {
    const g = gradient(X, y, result.weights, result.bias);
    result.weights = result.weights.map((w, j) => w - options.learningRate * g.weights[j]);
    result.bias -= options.learningRate * g.bias;
    const fresh = loss(X, y, result.weights, result.bias);
    const old = result.losses[updates];
    result.losses.push(fresh);
    if (!Number.isFinite(fresh) || fresh > 1e6 * (result.losses[0] + 1)) result.status = 'diverged';
    else if (Math.abs(fresh - old) < tolerance) result.status = 'converged';
  }
  return result;
}
