// Wrong: the learning rate is only looked at when an update is made, so a bad one passes when steps is 0.
type Theta = readonly number[]; // weights first, bias last

const model =
  (theta: Theta) =>
  (x: readonly number[]): number => {
    if (x.length + 1 !== theta.length) throw new TypeError(`a row of ${x.length} features`);
    let v = theta[x.length];
    for (let j = 0; j < x.length; j++) v += theta[j] * x[j];
    return v;
  };
const objective = (X: number[][], y: number[]) => {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('targets');
  const n = X.length;
  const res = (theta: Theta) => X.map(model(theta)).map((p, i) => p - y[i]);
  return {
    value: (theta: Theta) => res(theta).reduce((s, e) => s + e * e, 0) / n,
    slope: (theta: Theta) => {
      const e = res(theta);
      return theta.map(
        (_, k) => (2 / n) * e.reduce((s, v, i) => s + v * (k === X[i].length ? 1 : X[i][k]), 0),
      );
    },
  };
};
const step = (theta: Theta, g: Theta, rate: number): Theta => {
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('learning rate');
  return theta.map((t, k) => t - rate * g[k]);
};
const split = (theta: Theta) => ({ weights: theta.slice(0, -1), bias: theta[theta.length - 1] });

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(model([...weights, bias]));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return objective(X, y).value([...weights, bias]);
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const theta = [...weights, bias];
  const o = objective(X, y);
  o.value(theta);
  return split(o.slope(theta));
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
  const o = objective(X, y);
  let theta: Theta = [...(options.weights ?? X[0].map(() => 0)), options.bias ?? 0];
  const losses = [o.value(theta)];
  for (let k = 1; k <= options.steps; k++) {
    theta = step(theta, o.slope(theta), options.learningRate);
    losses.push(o.value(theta));
    const boom = !Number.isFinite(losses[k]) || losses[k] > 1e6 * (losses[0] + 1);
    if (boom) return { ...split(theta), losses, status: 'diverged' };
    if (Math.abs(losses[k] - losses[k - 1]) < (options.tolerance ?? 0))
      return { ...split(theta), losses, status: 'converged' };
  }
  return { ...split(theta), losses, status: 'max-steps' };
}
