// Wrong: counts a change equal to the tolerance as converged, so tolerance 0 stops a run whose loss stands still.
type Row = number[];
const product = (r: Row, w: Row) => {
  if (r.length !== w.length) throw new TypeError('unequal lengths');
  let s = 0;
  for (let j = 0; j < r.length; j++) s += r[j] * w[j];
  return s;
};
export function predict(X: Row[], weights: Row, bias: number): number[] {
  return X.map(r => product(r, weights) + bias);
}
function residuals(X: Row[], y: Row, w: Row, b: number): number[] {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('unequal lengths');
  return predict(X, w, b).map((p, i) => p - y[i]);
}
export function loss(X: Row[], y: Row, weights: Row, bias: number): number {
  const r = residuals(X, y, weights, bias);
  return product(r, r) / r.length;
}
export function gradient(
  X: Row[],
  y: Row,
  weights: Row,
  bias: number,
): { weights: number[]; bias: number } {
  const r = residuals(X, y, weights, bias);
  const ones = r.map(() => 1);
  const scale = (v: number) => (2 * v) / r.length;
  return {
    weights: weights.map((_, j) =>
      scale(
        product(
          r,
          X.map(x => x[j]),
        ),
      ),
    ),
    bias: scale(product(r, ones)),
  };
}
export function gradientDescent(
  X: Row[],
  y: Row,
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
  if (!Number.isFinite(lr) || lr <= 0) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('no rows');
  const tol = options.tolerance ?? 0;
  let w = options.weights?.slice() ?? X[0].map(() => 0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  let k = 0;
  do {
    if (k >= options.steps) break;
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - lr * g.weights[j]);
    b -= lr * g.bias;
    losses.push(loss(X, y, w, b));
    k++;
    if (!Number.isFinite(losses[k]) || losses[k] > 1e6 * (losses[0] + 1)) status = 'diverged';
    else if (Math.abs(losses[k] - losses[k - 1]) <= tol) status = 'converged';
  } while (status === 'max-steps');
  return { weights: w, bias: b, losses, status };
}
