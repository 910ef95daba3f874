type Result = { weights: number[]; bias: number; losses: number[]; status: string };

function widthOf(X: number[][]): number {
  const widths = new Set(X.map(row => row.length));
  if (widths.size !== 1) throw new TypeError('X must be a table with at least one row');
  return X[0].length;
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.length > 0 && widthOf(X) !== weights.length) throw new TypeError('weights');
  return X.map(row => row.reduce((sum, x, j) => sum + x * weights[j], bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (widthOf(X) !== weights.length || y.length !== X.length) throw new TypeError('shapes');
  const p = predict(X, weights, bias);
  return p.reduce((sum, value, i) => sum + (value - y[i]) * (value - y[i]), 0) / p.length;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  if (widthOf(X) !== weights.length || y.length !== X.length) throw new TypeError('shapes');
  const p = predict(X, weights, bias);
  const slope = { weights: weights.map(() => 0), bias: 0 };
  for (let i = 0; i < X.length; i++) {
    slope.bias += (2 / X.length) * (p[i] - y[i]);
    slope.weights.forEach((_, j) => {
      slope.weights[j] += (2 / X.length) * (p[i] - y[i]) * X[i][j];
    });
  }
  return slope;
}

export function gradientDescent(
  X: number[][],
  y: number[],
  {
    learningRate,
    steps,
    weights = X[0]?.map(() => 0),
    bias = 0,
    tolerance = 0,
  }: { learningRate: number; steps: number; weights?: number[]; bias?: number; tolerance?: number },
): Result {
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  let w = [...(weights ?? [])];
  let b = bias;
  const losses = [loss(X, y, w, b)];
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < X.length; i++) {
      const g = gradient([X[i]], [y[i]], w, b);
      w = w.map((value, j) => value - learningRate * g.weights[j]);
      b -= learningRate * g.bias;
    }
    const now = loss(X, y, w, b);
    const before = losses[losses.length - 1];
    losses.push(now);
    if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(now - before) < tolerance)
      return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
