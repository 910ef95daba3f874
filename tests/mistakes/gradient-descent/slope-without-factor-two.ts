// Wrong: forgets the 2 in the slope (1/n), although the loss is the full mean square.
function score(row: number[], w: number[], b: number): number {
  if (row.length !== w.length) throw new TypeError('row and weights differ');
  let acc = b;
  for (let j = 0; j < row.length; ++j) acc += row[j] * w[j];
  return acc;
}
function evaluate(X: number[][], y: number[], w: number[], b: number) {
  const n = X.length;
  if (n < 1) throw new RangeError('rows needed');
  if (y.length !== n) throw new TypeError('targets and rows differ');
  const dw = new Array<number>(w.length).fill(0);
  let db = 0;
  let J = 0;
  for (let i = 0; i < n; ++i) {
    const e = score(X[i], w, b) - y[i];
    J += (e * e) / n;
    db += e / n;
    for (let j = 0; j < w.length; ++j) dw[j] += (e * X[i][j]) / n;
  }
  return { J, dw, db };
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => score(row, weights, bias));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return evaluate(X, y, weights, bias).J;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const { dw, db } = evaluate(X, y, weights, bias);
  return { weights: dw, bias: db };
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
  const lr = options.learningRate;
  if (Number.isNaN(lr) || lr <= 0 || lr === Infinity) throw new RangeError('learning rate');
  if (!X.length) throw new RangeError('rows needed');
  const weights = options.weights ? [...options.weights] : Array<number>(X[0].length).fill(0);
  const tol = options.tolerance ?? 0;
  let bias = options.bias ?? 0;
  let now = evaluate(X, y, weights, bias);
  const losses = [now.J];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  while (losses.length <= options.steps && status === 'max-steps') {
    for (let j = 0; j < weights.length; ++j) weights[j] -= lr * now.dw[j];
    bias -= lr * now.db;
    const old = now.J;
    now = evaluate(X, y, weights, bias);
    losses.push(now.J);
    if (!Number.isFinite(now.J) || now.J > 1e6 * (losses[0] + 1)) status = 'diverged';
    else if (Math.abs(now.J - old) < tol) status = 'converged';
  }
  return { weights, bias, losses, status };
}
