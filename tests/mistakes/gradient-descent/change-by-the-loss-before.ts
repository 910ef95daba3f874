// Wrong: compares the change of the loss relative to the loss before with the tolerance, instead of the plain difference.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const go = (row: number[], j: number): number =>
    j === row.length ? bias : row[j] * weights[j] + go(row, j + 1);
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('bad shape');
    return go(row, 0);
  });
}
const must = (X: number[][], y: number[]): void => {
  if (!X.length) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('bad shape');
};
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  must(X, y);
  return predict(X, weights, bias).reduce((s, p, i) => s + (p - y[i]) ** 2 / y.length, 0);
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  must(X, y);
  const r = predict(X, weights, bias).map((p, i) => (p - y[i]) / y.length);
  const dots = (f: (row: number[]) => number): number =>
    2 * X.reduce((s, row, i) => s + r[i] * f(row), 0);
  return { weights: weights.map((_, j) => dots(row => row[j])), bias: dots(() => 1) };
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
  const { learningRate: lr, tolerance = 0 } = options;
  if (!(lr > 0) || !Number.isFinite(lr)) throw new RangeError('lr');
  must(X, y);
  let weights = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias)];
  const status = ((): 'max-steps' | 'converged' | 'diverged' => {
    for (let k = 0; k < options.steps; k++) {
      const g = gradient(X, y, weights, bias);
      weights = weights.map((w, j) => w - lr * g.weights[j]);
      bias -= lr * g.bias;
      const now = loss(X, y, weights, bias);
      const change = Math.abs(now - losses[k]) / Math.max(losses[k], Number.MIN_VALUE);
      losses.push(now);
      if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1)) return 'diverged';
      if (change < tolerance) return 'converged';
    }
    return 'max-steps';
  })();
  return { weights, bias, losses, status };
}
