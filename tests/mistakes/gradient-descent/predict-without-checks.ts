// Wrong: predict itself checks nothing, the shape checks sit only in the other three functions.
function checkAll(X: number[][], y: number[], w: number[]): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (X.length !== y.length) throw new TypeError('X and y');
  if (X.some(r => r.length !== w.length)) throw new TypeError('X and w');
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    let sum = 0;
    for (let j = 0; j < Math.min(row.length, weights.length); j++) sum += row[j] * weights[j];
    return sum + bias;
  });
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  checkAll(X, y, weights);
  const yhat = predict(X, weights, bias);
  const sse = yhat.reduce((s, v, i) => s + (v - y[i]) * (v - y[i]), 0);
  return sse / X.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  checkAll(X, y, weights);
  const yhat = predict(X, weights, bias);
  const grad = Array.from({ length: weights.length + 1 }, () => 0);
  for (let i = 0; i < X.length; i++) {
    const xi = X[i].concat(1);
    for (let j = 0; j < xi.length; j++) grad[j] += (yhat[i] - y[i]) * xi[j];
  }
  const scaled = grad.map(v => (2 / X.length) * v);
  return { weights: scaled.slice(0, weights.length), bias: scaled[weights.length] };
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
  const eta = options.learningRate;
  if (!Number.isFinite(eta) || !(eta > 0)) throw new RangeError('eta');
  let w = options.weights ? options.weights.slice() : (X[0] ?? []).map(() => 0);
  checkAll(X, y, w);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b)];
  const stop = (): 'converged' | 'diverged' | undefined => {
    const [prev, last] = losses.slice(-2);
    if (!Number.isFinite(last) || last > 1e6 * (losses[0] + 1)) return 'diverged';
    return Math.abs(last - prev) < (options.tolerance ?? 0) ? 'converged' : undefined;
  };
  for (let i = 0; i < options.steps; i++) {
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - eta * g.weights[j]);
    b = b - eta * g.bias;
    losses.push(loss(X, y, w, b));
    const s = stop();
    if (s) return { weights: w, bias: b, losses, status: s };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
