// Wrong: two bugs, an infinite learning rate is accepted, and surplus targets go unnoticed because only missing ones are looked for.
type Fit = {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
};

function validate(X: number[][], y: number[], weights: number[]) {
  if (X.length === 0) throw new RangeError('X must not be empty');
  X.forEach((row, i) => {
    if (row.length !== weights.length)
      throw new TypeError(`row ${i}: expected ${weights.length} features`);
    if (y[i] === undefined) throw new TypeError(`row ${i} has no target`);
  });
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('width mismatch');
    return row.reduce((sum, x, j) => sum + x * weights[j], 0) + bias;
  });
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  validate(X, y, weights);
  return predict(X, weights, bias).reduce((sum, p, i) => sum + (p - y[i]) ** 2, 0) / X.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  validate(X, y, weights);
  const n = X.length;
  const diff = predict(X, weights, bias).map((p, i) => p - y[i]);
  return {
    weights: weights.map((_, j) => (2 / n) * diff.reduce((s, e, i) => s + e * X[i][j], 0)),
    bias: (2 / n) * diff.reduce((s, e) => s + e, 0),
  };
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
): Fit {
  const { learningRate, steps, tolerance = 0 } = options;
  if (!(learningRate > 0)) throw new RangeError('learningRate must be positive');
  if (X.length === 0) throw new RangeError('X must not be empty');
  let weights = options.weights ? [...options.weights] : X[0].map(() => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias)];
  for (let s = 1; s <= steps; s++) {
    const g = gradient(X, y, weights, bias);
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias));
    if (!Number.isFinite(losses[s]) || losses[s] > 1e6 * (losses[0] + 1))
      return { weights, bias, losses, status: 'diverged' };
    if (Math.abs(losses[s] - losses[s - 1]) < tolerance)
      return { weights, bias, losses, status: 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}
