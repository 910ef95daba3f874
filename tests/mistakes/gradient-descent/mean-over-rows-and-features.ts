// Wrong: the slope of the weights is averaged over all n·d cells, which goes unnoticed with a single feature.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const d = weights.length;
  const yhat: number[] = Array(X.length).fill(bias);
  X.forEach((row, i) => {
    if (row.length !== d) throw new TypeError('shape');
    for (let j = d - 1; j >= 0; j--) yhat[i] += row[j] * weights[j];
  });
  return yhat;
}

function residual(X: number[][], y: number[], weights: number[], bias: number): number[] {
  if (X.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('shape');
  const r = predict(X, weights, bias);
  for (let i = 0; i < r.length; i++) r[i] -= y[i];
  return r;
}

function mean(v: number[]): number {
  let s = 0;
  for (const x of v) s += x;
  return s / v.length;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return mean(residual(X, y, weights, bias).map(r => r * r));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const r = residual(X, y, weights, bias);
  const size = X.length * weights.length;
  const w = weights.map((_, j) => {
    let s = 0;
    for (let i = 0; i < r.length; i++) s += r[i] * X[i][j];
    return (2 / size) * s;
  });
  return { weights: w, bias: 2 * mean(r) };
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
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('empty');
  let weights = Array.from(options.weights ?? X[0].map(() => 0));
  let bias = options.bias ?? 0;
  let J = loss(X, y, weights, bias);
  const losses = [J];
  const cap = 1e6 * (J + 1);
  for (let n = steps; n > 0; n--) {
    const g = gradient(X, y, weights, bias);
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    const K = loss(X, y, weights, bias);
    losses.push(K);
    if (!Number.isFinite(K) || K > cap) return { weights, bias, losses, status: 'diverged' };
    if (Math.abs(K - J) < tolerance) return { weights, bias, losses, status: 'converged' };
    J = K;
  }
  return { weights, bias, losses, status: 'max-steps' };
}
