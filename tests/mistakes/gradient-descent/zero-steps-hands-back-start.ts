// Wrong: each update makes new weights, but with zero steps the very array given as start is returned.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (!X.every(({ length }) => length === weights.length))
    throw new TypeError('predict: shape mismatch');
  return X.map(([...xs]) => xs.reduce((acc, x, j) => acc + weights[j] * x, bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (!X.length) throw new RangeError('loss: no rows');
  if (X.length !== y.length) throw new TypeError('loss: shape mismatch');
  let mean = 0;
  for (const [i, p] of predict(X, weights, bias).entries()) mean += (p - y[i]) ** 2 / y.length;
  return mean;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (!X.length) throw new RangeError('gradient: no rows');
  if (X.length !== y.length) throw new TypeError('gradient: shape mismatch');
  let gw = weights.map(() => 0);
  let gb = 0;
  for (const [i, p] of predict(X, weights, bias).entries()) {
    const c = (2 / y.length) * (p - y[i]);
    gw = gw.map((v, j) => v + c * X[i][j]);
    gb += c;
  }
  return { weights: gw, bias: gb };
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
  const { learningRate, steps, tolerance = 0, bias: b0 = 0 } = options;
  if (Number.isNaN(learningRate) || learningRate <= 0 || !Number.isFinite(learningRate))
    throw new RangeError('gradientDescent: learning rate');
  if (!X.length) throw new RangeError('gradientDescent: no rows');
  type R = {
    weights: number[];
    bias: number;
    losses: number[];
    status: 'max-steps' | 'converged' | 'diverged';
  };
  const state: R = {
    weights: options.weights ?? Array(X[0].length).fill(0),
    bias: b0,
    losses: [],
    status: 'max-steps',
  };
  state.losses.push(loss(X, y, state.weights, state.bias));
  for (let step = 1; step <= steps && state.status === 'max-steps'; step++) {
    const { weights: gw, bias: gb } = gradient(X, y, state.weights, state.bias);
    state.weights = state.weights.map((w, j) => w - learningRate * gw[j]);
    state.bias -= learningRate * gb;
    const L = loss(X, y, state.weights, state.bias);
    if (!Number.isFinite(L) || L > 1e6 * (state.losses[0] + 1)) state.status = 'diverged';
    else if (Math.abs(L - state.losses[step - 1]) < tolerance) state.status = 'converged';
    state.losses.push(L);
  }
  return state;
}
