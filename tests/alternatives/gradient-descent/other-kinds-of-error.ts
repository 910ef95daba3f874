// A TypeError for no rows and a RangeError for lengths: of either class, and thrown on purpose.
class ShapeError extends RangeError {}
class EmptyError extends TypeError {}

function column(X: number[][], j: number): number[] {
  return X.map(r => r[j]);
}
function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new ShapeError(`vectors of ${a.length} and ${b.length}`);
  return a.reduce((s, v, k) => s + v * b[k], 0);
}
function err(X: number[][], y: number[], w: number[], b: number): number[] {
  if (X.length === 0) throw new EmptyError('no rows');
  if (X.length !== y.length) throw new ShapeError('rows and targets');
  return X.map((r, i) => dot(r, w) + b - y[i]);
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(r => dot(r, weights) + bias);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const e = err(X, y, weights, bias);
  return dot(e, e) / e.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const e = err(X, y, weights, bias);
  return {
    weights: weights.map((_, j) => (2 * dot(e, column(X, j))) / e.length),
    bias: (2 * e.reduce((s, v) => s + v, 0)) / e.length,
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
  if (!(options.learningRate > 0 && options.learningRate < Infinity))
    throw new RangeError('learning rate');
  if (X.length === 0) throw new EmptyError('no rows');
  let w = options.weights ? options.weights.map(Number) : X[0].map(() => 0);
  let b = options.bias === undefined ? 0 : options.bias;
  const losses: number[] = [];
  const record = (): number => losses.push(loss(X, y, w, b)) - 1;
  for (let k = record(); k < options.steps; ) {
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - options.learningRate * g.weights[j]);
    b -= options.learningRate * g.bias;
    k = record();
    if (!Number.isFinite(losses[k]) || losses[k] > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(losses[k] - losses[k - 1]) < (options.tolerance ?? 0))
      return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
