// Wrong: a start bias given without start weights is ignored, the run begins at zero throughout.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  let i = 0;
  const out: number[] = [];
  while (i < X.length) {
    const row = X[i++];
    if (row.length !== weights.length) throw new TypeError(`row ${i - 1}`);
    let j = 0;
    let sum = bias;
    while (j < row.length) sum += row[j] * weights[j++];
    out.push(sum);
  }
  return out;
}
function inspect(X: number[][], y: number[]): number {
  const n = X.length;
  if (n === 0) throw new RangeError('n = 0');
  if (n !== y.length) throw new TypeError(`n = ${n}, targets = ${y.length}`);
  return n;
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const n = inspect(X, y);
  const p = predict(X, weights, bias);
  let i = 0;
  let sum = 0;
  while (i < n) {
    sum += (p[i] - y[i]) * (p[i] - y[i]);
    i++;
  }
  return sum / n;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const n = inspect(X, y);
  const p = predict(X, weights, bias);
  const g: number[] = [];
  let j = 0;
  while (j <= weights.length) {
    let s = 0;
    let i = 0;
    while (i < n) {
      s += (p[i] - y[i]) * (j < weights.length ? X[i][j] : 1);
      i++;
    }
    g.push((2 * s) / n);
    j++;
  }
  return { weights: g.slice(0, -1), bias: g[g.length - 1] };
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
  if (!Number.isFinite(options.learningRate) || options.learningRate <= 0)
    throw new RangeError('learningRate');
  inspect(X, y);
  let w: number[];
  let b: number;
  if (options.weights) {
    w = options.weights.slice();
    b = options.bias ?? 0;
  } else {
    w = X[0].map(() => 0);
    b = 0;
  }
  const losses = [loss(X, y, w, b)];
  let k = 0;
  while (k < options.steps) {
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - options.learningRate * g.weights[j]);
    b -= options.learningRate * g.bias;
    losses.push(loss(X, y, w, b));
    k++;
    if (!Number.isFinite(losses[k]) || losses[k] > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(losses[k] - losses[k - 1]) < (options.tolerance ?? 0))
      return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
