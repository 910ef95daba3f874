// Wrong: two bugs, the walk standardises the features first and returns the weights of the standardised features, and it stops at tolerance or less.
const avg = (v: number[]): number => v.reduce((a, b) => a + b, 0) / v.length;
const spread = (v: number[]): number => Math.sqrt(avg(v.map(x => (x - avg(v)) ** 2))) || 1;
const ok = (X: number[][], d: number): boolean => X.every(r => r.length === d);

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (!ok(X, weights.length)) throw new TypeError('features');
  return X.map(r => bias + weights.reduce((a, w, j) => a + w * r[j], 0));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (!X.length) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('targets');
  return avg(predict(X, weights, bias).map((p, i) => (p - y[i]) ** 2));
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (!X.length) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('targets');
  const e = predict(X, weights, bias).map((p, i) => p - y[i]);
  return {
    weights: weights.map((_, j) => 2 * avg(e.map((v, i) => v * X[i][j]))),
    bias: 2 * avg(e),
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
  const lr = options.learningRate;
  if (!(lr > 0 && lr < Infinity)) throw new RangeError('learning rate');
  if (!X.length) throw new RangeError('rows');
  const d = X[0].length;
  if (!ok(X, d)) throw new TypeError('features');
  const stats = Array.from({ length: d }, (_, j) => X.map(r => r[j])).map(c => [avg(c), spread(c)]);
  const Z = X.map(r => r.map((x, j) => (x - stats[j][0]) / stats[j][1]));
  let weights = options.weights ? [...options.weights] : Array<number>(d).fill(0);
  let bias = options.bias ?? 0;
  const losses = [loss(Z, y, weights, bias)];
  for (let k = 1; k <= options.steps; k++) {
    const g = gradient(Z, y, weights, bias);
    weights = weights.map((w, j) => w - lr * g.weights[j]);
    bias -= lr * g.bias;
    losses.push(loss(Z, y, weights, bias));
    if (!Number.isFinite(losses[k]) || losses[k] > 1e6 * (losses[0] + 1))
      return { weights, bias, losses, status: 'diverged' };
    if (options.tolerance !== undefined && Math.abs(losses[k] - losses[k - 1]) <= options.tolerance)
      return { weights, bias, losses, status: 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}
