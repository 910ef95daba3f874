// Wrong: works directly on the weights array that was passed in, so the caller's start is changed and handed back.
function total(count: number, term: (k: number) => number): number {
  let t = 0;
  for (let k = 0; k < count; k++) t += term(k);
  return t;
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return Array.from(X, row => {
    if (row.length !== weights.length)
      throw new TypeError('Row width must equal the number of weights');
    return total(row.length, j => row[j] * weights[j]) + bias;
  });
}
function errors(X: number[][], y: number[], weights: number[], bias: number): number[] {
  if (X.length === 0) throw new RangeError('X must have rows');
  if (X.length !== y.length) throw new TypeError('X and y must be as long as each other');
  const p = predict(X, weights, bias);
  return Array.from(p, (v, i) => v - y[i]);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const e = errors(X, y, weights, bias);
  return total(e.length, i => e[i] * e[i]) / e.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const e = errors(X, y, weights, bias);
  const n = e.length;
  return {
    weights: Array.from(weights, (_, j) => (2 / n) * total(n, i => e[i] * X[i][j])),
    bias: (2 / n) * total(n, i => e[i]),
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
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  if (!(options.learningRate > 0) || !Number.isFinite(options.learningRate))
    throw new RangeError('learningRate must be positive');
  if (X.length === 0) throw new RangeError('X must have rows');
  const { learningRate, steps, weights = Array.from(X[0], () => 0), tolerance = 0 } = options;
  let { bias = 0 } = options;
  const losses = [loss(X, y, weights, bias)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias);
    for (let j = 0; j < weights.length; j++) weights[j] -= learningRate * g.weights[j];
    bias -= learningRate * g.bias;
    const current = loss(X, y, weights, bias);
    losses.push(current);
    if (!Number.isFinite(current) || current > 1e6 * (losses[0] + 1))
      return { weights, bias, losses, status: 'diverged' };
    if (Math.abs(current - losses[s]) < tolerance)
      return { weights, bias, losses, status: 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}
