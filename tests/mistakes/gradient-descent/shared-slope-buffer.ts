// Wrong: gradient fills one buffer per width kept at module level, so an earlier result changes when it is called again.
const buffers: number[][] = [];
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map((row, i) => {
    if (row.length !== weights.length) throw new TypeError(`row ${i}`);
    return row.reduce((sum, x, j) => sum + x * weights[j], bias);
  });
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new TypeError('y');
  return (
    predict(X, weights, bias).reduce((sum, p, i) => sum + (p - y[i]) * (p - y[i]), 0) / X.length
  );
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new TypeError('y');
  const p = predict(X, weights, bias);
  buffers[weights.length] ??= [];
  const g = buffers[weights.length];
  for (let j = 0; j < weights.length; j++) {
    g[j] = 0;
    for (let i = 0; i < p.length; i++) g[j] += (p[i] - y[i]) * X[i][j];
    g[j] *= 2 / p.length;
  }
  let gb = 0;
  for (let i = 0; i < p.length; i++) gb += p[i] - y[i];
  return { weights: g, bias: gb * (2 / p.length) };
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
  const rate = options.learningRate;
  if (!(rate > 0) || rate >= Infinity) throw new RangeError('rate');
  if (X.length === 0) throw new RangeError('X is empty');
  const w: number[] = [];
  for (let j = 0; j < (options.weights ?? X[0]).length; j++)
    w.push(options.weights ? options.weights[j] : 0);
  let b = options.bias ?? 0;
  let prev = loss(X, y, w, b);
  const losses = [prev];
  for (let s = 0; s < options.steps; s++) {
    const g = gradient(X, y, w, b);
    for (let j = 0; j < w.length; j++) w[j] -= rate * g.weights[j];
    b -= rate * g.bias;
    const cur = loss(X, y, w, b);
    losses.push(cur);
    if (!Number.isFinite(cur) || cur > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(cur - prev) < (options.tolerance ?? 0))
      return { weights: w, bias: b, losses, status: 'converged' };
    prev = cur;
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
