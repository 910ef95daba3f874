// Wrong: stochastic descent, each pass updates after every single row instead of once with the slope over all rows.
function lin(row: number[], weights: number[], bias: number): number {
  if (row.length !== weights.length) throw new TypeError(`Width of a row: ${row.length}`);
  let out = bias;
  for (let j = 0; j < row.length; j++) out += row[j] * weights[j];
  return out;
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => lin(row, weights, bias));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length === 0) throw new RangeError('No rows');
  if (y.length !== X.length) throw new TypeError(`Number of targets: ${y.length}`);
  let sum = 0;
  X.forEach((row, i) => {
    sum += (lin(row, weights, bias) - y[i]) ** 2;
  });
  return sum / X.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length === 0) throw new RangeError('No rows');
  if (y.length !== X.length) throw new TypeError(`Number of targets: ${y.length}`);
  const acc = { weights: weights.map(() => 0), bias: 0 };
  X.forEach((row, i) => {
    const e = lin(row, weights, bias) - y[i];
    acc.weights.forEach((_, j) => {
      acc.weights[j] += e * row[j];
    });
    acc.bias += e;
  });
  return { weights: acc.weights.map(v => (2 / X.length) * v), bias: (2 / X.length) * acc.bias };
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
  const { learningRate, steps, tolerance = 0 } = options;
  if (!(learningRate > 0) || learningRate === Infinity)
    throw new RangeError(`Learning rate: ${learningRate}`);
  if (X.length === 0) throw new RangeError('No rows');
  let weights = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias)];
  for (let epoch = 1; epoch <= steps; epoch++) {
    for (let i = 0; i < X.length; i++) {
      const g = gradient([X[i]], [y[i]], weights, bias);
      weights = weights.map((w, j) => w - (learningRate / X.length) * g.weights[j]);
      bias -= (learningRate / X.length) * g.bias;
    }
    losses.push(loss(X, y, weights, bias));
    if (!Number.isFinite(losses[epoch]) || losses[epoch] > 1e6 * (losses[0] + 1))
      return { weights, bias, losses, status: 'diverged' };
    if (Math.abs(losses[epoch] - losses[epoch - 1]) < tolerance)
      return { weights, bias, losses, status: 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}
