// Wrong: converged means here that the slope's length fell below the tolerance, not the change of the loss.
type P = { weights: number[]; bias: number };
const norm = (g: P): number => Math.sqrt(g.weights.reduce((s, v) => s + v * v, g.bias * g.bias));
const shift = (p: P, g: P, by: number): P => ({
  weights: p.weights.map((v, j) => v + by * g.weights[j]),
  bias: p.bias + by * g.bias,
});

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const check = (r: number[]): number[] => {
    if (r.length !== weights.length) throw new TypeError('length of row');
    return r;
  };
  return X.map(check)
    .map(r => r.reduce((s, x, j) => s + x * weights[j], 0))
    .map(s => s + bias);
}
function gaps(X: number[][], y: number[], p: P): number[] {
  if (!X.length) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('length of targets');
  return predict(X, p.weights, p.bias).map((v, i) => v - y[i]);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return gaps(X, y, { weights, bias }).reduce((s, e, _i, all) => s + (e * e) / all.length, 0);
}
export function gradient(X: number[][], y: number[], weights: number[], bias: number): P {
  return gaps(X, y, { weights, bias }).reduce<P>(
    (g, e, i, all) => shift(g, { weights: X[i], bias: 1 }, (2 * e) / all.length),
    { weights: weights.map(() => 0), bias: 0 },
  );
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
): P & { losses: number[]; status: 'max-steps' | 'converged' | 'diverged' } {
  if (!Number.isFinite(options.learningRate) || !(options.learningRate > 0))
    throw new RangeError('learningRate');
  if (!X.length) throw new RangeError('rows');
  let p: P = {
    weights: options.weights ? [...options.weights] : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  const losses = [loss(X, y, p.weights, p.bias)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  let g = gradient(X, y, p.weights, p.bias);
  for (let k = 1; k <= options.steps; k++) {
    p = shift(p, g, -options.learningRate);
    losses.push(loss(X, y, p.weights, p.bias));
    if (!Number.isFinite(losses[k]) || losses[k] > 1e6 * (losses[0] + 1)) {
      status = 'diverged';
      break;
    }
    g = gradient(X, y, p.weights, p.bias);
    if (norm(g) < (options.tolerance ?? 0)) {
      status = 'converged';
      break;
    }
  }
  return { ...p, losses, status };
}
