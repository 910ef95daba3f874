// Wrong: takes the width from X[0] before looking whether there are rows, so an empty table gives a TypeError instead of a RangeError.
function shape(X: number[][]): [number, number] {
  const d = X[0].length;
  for (const r of X) if (r.length !== d) throw new TypeError('ragged');
  return [X.length, d];
}
function fitted(X: number[][], y: number[], w: number[]): [number, number] {
  const [n, d] = shape(X);
  if (n === 0) throw new RangeError('no rows');
  if (n !== y.length || d !== w.length) throw new TypeError('shapes');
  return [n, d];
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.length === 0) return [];
  const [n, d] = shape(X);
  if (d !== weights.length) throw new TypeError('shapes');
  const out = Array<number>(n).fill(bias);
  for (let j = 0; j < d; j++) for (let i = 0; i < n; i++) out[i] += X[i][j] * weights[j];
  return out;
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const [n] = fitted(X, y, weights);
  const p = predict(X, weights, bias);
  let s = 0;
  for (let i = 0; i < n; i++) s += (p[i] - y[i]) ** 2;
  return s / n;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const [n, d] = fitted(X, y, weights);
  const p = predict(X, weights, bias);
  const g = Array<number>(d).fill(0);
  let gb = 0;
  for (let j = 0; j < d; j++) for (let i = 0; i < n; i++) g[j] += (2 / n) * (p[i] - y[i]) * X[i][j];
  for (let i = 0; i < n; i++) gb += (2 / n) * (p[i] - y[i]);
  return { weights: g, bias: gb };
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
  if (!(lr > 0) || !Number.isFinite(lr)) throw new RangeError('lr');
  const [, d] = shape(X);
  let w = options.weights ? [...options.weights] : Array<number>(d).fill(0);
  let b = options.bias ?? 0;
  fitted(X, y, w);
  const losses = [loss(X, y, w, b)];
  for (let t = 0; t < options.steps; t++) {
    const g = gradient(X, y, w, b);
    [w, b] = [w.map((v, j) => v - lr * g.weights[j]), b - lr * g.bias];
    losses.push(loss(X, y, w, b));
    if (!Number.isFinite(losses[t + 1]) || losses[t + 1] > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(losses[t + 1] - losses[t]) < (options.tolerance ?? 0))
      return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
