// Wrong: two bugs, only the first row is compared with the weights (ragged tables pass) and fewer rows than targets pass too.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.length > 0 && X[0].length !== weights.length)
    throw new TypeError('The number of features must equal the number of weights.');
  return X.map(x => weights.map((w, j) => w * x[j]).reduce((p, q) => p + q, 0) + bias);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return analyse(X, y, weights, bias).value;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return analyse(X, y, weights, bias).slope;
}

function analyse(X: number[][], y: number[], weights: number[], bias: number) {
  if (!X.length) throw new RangeError('There must be rows.');
  if (y.length < X.length) throw new TypeError('Every row needs a target.');
  const difference = predict(X, weights, bias).map((p, i) => p - y[i]);
  const n = difference.length;
  const value = difference.map(e => e ** 2).reduce((p, q) => p + q) / n;
  const slope = {
    weights: weights.map(
      (_, j) => (difference.map((e, i) => e * X[i][j]).reduce((p, q) => p + q) * 2) / n,
    ),
    bias: (difference.reduce((p, q) => p + q) * 2) / n,
  };
  return { value, slope };
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
  if (!(learningRate > 0 && Number.isFinite(learningRate)))
    throw new RangeError('The learning rate must be positive and finite.');
  if (!X.length) throw new RangeError('There must be rows.');
  let weights = [...(options.weights ?? X[0].map(() => 0))];
  let bias = options.bias ?? 0;
  let here = analyse(X, y, weights, bias);
  const losses = [here.value];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let made = 0; made < steps && status === 'max-steps'; made++) {
    weights = weights.map((w, j) => w - learningRate * here.slope.weights[j]);
    bias -= learningRate * here.slope.bias;
    const there = analyse(X, y, weights, bias);
    losses.push(there.value);
    if (!Number.isFinite(there.value) || there.value > 1e6 * (losses[0] + 1)) status = 'diverged';
    else if (Math.abs(there.value - here.value) < tolerance) status = 'converged';
    here = there;
  }
  return { weights, bias, losses, status };
}
