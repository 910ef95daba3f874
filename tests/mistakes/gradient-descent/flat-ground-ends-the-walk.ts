// Wrong: breaks off before the update when the slope is exactly zero, so losses is too short for a start at the optimum.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (weights.length !== row.length) throw new TypeError('unequal');
    return row.reduce((t, x, j) => t + weights[j] * x, bias);
  });
}
function prepare(X: number[][], y: number[]): number {
  if (X.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('unequal');
  return X.length;
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const n = prepare(X, y);
  const sq = predict(X, weights, bias).map((p, i) => (p - y[i]) ** 2);
  let t = 0;
  while (sq.length) t += sq.pop() as number;
  return t / n;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const n = prepare(X, y);
  const d = predict(X, weights, bias).map((p, i) => p - y[i]);
  const along = (f: (i: number) => number): number => {
    let t = 0;
    for (let i = 0; i < n; i++) t += d[i] * f(i);
    return (2 * t) / n;
  };
  return { weights: weights.map((_, j) => along(i => X[i][j])), bias: along(() => 1) };
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
  if (!(learningRate > 0 && learningRate < Number.POSITIVE_INFINITY))
    throw new RangeError('learning rate');
  prepare(X, y);
  let weights = options.weights?.slice() ?? X[0].map(() => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias)];
  for (let step = 0; step < steps; step++) {
    const g = gradient(X, y, weights, bias);
    if (g.bias === 0 && g.weights.every(v => v === 0))
      return { weights, bias, losses, status: 'converged' };
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias));
    const [before, after] = losses.slice(step);
    if (!Number.isFinite(after) || after > 1e6 * (losses[0] + 1))
      return { weights, bias, losses, status: 'diverged' };
    if (Math.abs(after - before) < tolerance) return { weights, bias, losses, status: 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}
