// Wrong: looks at the tolerance before the explosion rule, so with a huge tolerance an exploding run is called converged.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const wrong = X.find(row => row.length !== weights.length);
  if (wrong) throw new TypeError(`a row has ${wrong.length} features`);
  return X.map(row => bias + row.map((x, j) => x * weights[j]).reduce((a, b) => a + b, 0));
}

function guard(X: number[][], y: number[]) {
  switch (true) {
    case X.length === 0:
      throw new RangeError('no rows');
    case X.length !== y.length:
      throw new TypeError('rows and targets');
  }
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  guard(X, y);
  return (
    predict(X, weights, bias)
      .map((p, i) => p - y[i])
      .map(e => e * e)
      .reduce((a, b) => a + b, 0) / X.length
  );
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  guard(X, y);
  const e2 = predict(X, weights, bias).map((p, i) => (2 * (p - y[i])) / y.length);
  return {
    weights: weights.map((_, j) => X.map((row, i) => row[j] * e2[i]).reduce((a, b) => a + b, 0)),
    bias: e2.reduce((a, b) => a + b, 0),
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
  const { learningRate, steps, tolerance = 0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate))
    throw new RangeError(`learningRate: ${learningRate}`);
  guard(X, y);
  let { weights = Array<number>(X[0].length).fill(0), bias = 0 } = options;
  weights = [...weights];
  const losses = [loss(X, y, weights, bias)];
  const threshold = 1e6 * (losses[0] + 1);
  for (;;) {
    if (losses.length > steps) return { weights, bias, losses, status: 'max-steps' };
    const slope = gradient(X, y, weights, bias);
    weights = weights.map((w, j) => w - learningRate * slope.weights[j]);
    bias -= learningRate * slope.bias;
    const was = losses[losses.length - 1];
    const is = loss(X, y, weights, bias);
    losses.push(is);
    if (Math.abs(is - was) < tolerance) return { weights, bias, losses, status: 'converged' };
    if (!Number.isFinite(is) || is > threshold)
      return { weights, bias, losses, status: 'diverged' };
  }
}
