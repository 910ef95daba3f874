export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.some(row => row.length !== weights.length)) {
    throw new TypeError(`predict: a row of X does not have ${weights.length} features`);
  }
  return X.map(row => row.reduce((sum, x, j) => sum + x * weights[j], bias)); // [n]
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const squares = errors(X, y, weights, bias).map(error => error * error); // [n]
  return squares.reduce((sum, square) => sum + square, 0) / X.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const residuals = errors(X, y, weights, bias); // [n]
  const scale = 2 / X.length; // the 2 of the square, the n of the mean
  const along = (j: number) => residuals.reduce((sum, residual, i) => sum + residual * X[i][j], 0);
  const total = residuals.reduce((sum, residual) => sum + residual, 0);
  return { weights: weights.map((_, j) => scale * along(j)), bias: scale * total };
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
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`gradientDescent: learning rate ${learningRate}`);
  }
  const zeros = (X[0] ?? []).map(() => 0); // [d]
  let weights = [...(options.weights ?? zeros)]; // [d], a copy: the caller keeps the start
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias)];
  const limit = 1e6 * (losses[0] + 1);

  for (let step = 0; step < steps; step++) {
    const slope = gradient(X, y, weights, bias); // once, before anything moves
    weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;

    const previous = losses[step];
    const current = loss(X, y, weights, bias);
    losses.push(current);
    const diverged = !Number.isFinite(current) || current > limit;
    const converged = Math.abs(current - previous) < tolerance;
    if (diverged) return { weights, bias, losses, status: 'diverged' };
    if (converged) return { weights, bias, losses, status: 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}

/** @returns prediction minus target for each row: positive where the prediction is too high. */
function errors(X: number[][], y: number[], weights: number[], bias: number): number[] {
  if (X.length === 0) throw new RangeError('gradient descent: no rows to learn from');
  if (y.length !== X.length) {
    throw new TypeError(`gradient descent: ${y.length} targets for ${X.length} rows`);
  }
  return predict(X, weights, bias).map((prediction, i) => prediction - y[i]); // [n]
}
