// Wrong: two bugs, any rise of the loss counts as diverged, and the bound is taken from the loss before instead of the first.
const q = (v: number): number => v * v;
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const ys: number[] = [];
  for (let i = 0, n = X.length; i < n; i++) {
    const row = X[i];
    if (row.length !== weights.length) throw new TypeError('shape of X');
    ys.push(row.map((x, j) => x * weights[j]).reduce((a, b) => a + b, 0) + bias);
  }
  return ys;
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new TypeError('shape of y');
  return (
    predict(X, weights, bias)
      .map((v, i) => q(v - y[i]))
      .reduce((a, b) => a + b, 0) / y.length
  );
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new TypeError('shape of y');
  const e = predict(X, weights, bias).map((v, i) => 2 * (v - y[i]));
  const avg = (vs: number[]): number => vs.reduce((a, b) => a + b, 0) / vs.length;
  return { weights: weights.map((_, j) => avg(e.map((v, i) => v * X[i][j]))), bias: avg(e) };
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
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('X is empty');
  let w = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let b = options.bias ?? 0;
  let before = loss(X, y, w, b);
  const losses = [before];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  let i = steps;
  while (i > 0 && status === 'max-steps') {
    i -= 1;
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - learningRate * g.weights[j]);
    b -= learningRate * g.bias;
    const after = loss(X, y, w, b);
    losses.push(after);
    if (!Number.isFinite(after) || after > before + 1e-9 || after > 1e6 * (before + 1))
      status = 'diverged';
    else if (Math.abs(after - before) < tolerance) status = 'converged';
    before = after;
  }
  return { weights: w, bias: b, losses, status };
}
