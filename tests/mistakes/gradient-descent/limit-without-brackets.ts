// Wrong: the limit is 1e6 * losses[0] + 1 without the brackets, which stops a run too early only when the loss lands just under the true limit.
const EXPLODED = (now: number, first: number) => !Number.isFinite(now) || now > 1e6 * first + 1;
const CONVERGED = (now: number, before: number, tolerance: number) =>
  Math.abs(now - before) < tolerance;

function checkX(X: number[][], w: number[]) {
  const bad = X.find(row => row.length !== w.length);
  if (bad) throw new TypeError(`Bad width ${bad.length}`);
}
function checkXY(X: number[][], y: number[]) {
  if (!X.length) throw new RangeError('Empty X');
  if (y.length !== X.length) throw new TypeError('Bad length of y');
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  checkX(X, weights);
  const res = Array<number>(X.length);
  for (let i = 0; i < X.length; ++i) {
    res[i] = bias;
    for (let j = 0; j < weights.length; ++j) res[i] += weights[j] * X[i][j];
  }
  return res;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  checkXY(X, y);
  const pred = predict(X, weights, bias);
  let mean = 0;
  for (let i = 0; i < y.length; ++i) mean += (y[i] - pred[i]) ** 2 / y.length;
  return mean;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  checkXY(X, y);
  const pred = predict(X, weights, bias);
  const grad = [...weights, bias].fill(0);
  for (let i = 0; i < y.length; ++i) {
    [...X[i], 1].forEach((x, j) => {
      grad[j] += 2 * (pred[i] - y[i]) * x;
    });
  }
  const [db, ...dw] = grad.map(g => g / y.length).reverse();
  return { weights: dw.reverse(), bias: db };
}

export function gradientDescent(
  X: number[][],
  y: number[],
  {
    learningRate,
    steps,
    weights,
    bias = 0,
    tolerance = 0,
  }: { learningRate: number; steps: number; weights?: number[]; bias?: number; tolerance?: number },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  if (!Number.isFinite(learningRate) || learningRate <= 0)
    throw new RangeError('Bad learning rate');
  checkXY(X, y);
  weights = weights === undefined ? new Array(X[0].length).fill(0) : weights.slice();
  const w = weights as number[];
  let now = loss(X, y, w, bias);
  const losses = [now];
  for (let i = 0; i < steps; ++i) {
    const { weights: dw, bias: db } = gradient(X, y, w, bias);
    for (let j = 0; j < w.length; ++j) w[j] -= learningRate * dw[j];
    bias -= learningRate * db;
    const before = now;
    now = loss(X, y, w, bias);
    losses.push(now);
    if (EXPLODED(now, losses[0])) return { weights: w, bias, losses, status: 'diverged' };
    if (CONVERGED(now, before, tolerance)) return { weights: w, bias, losses, status: 'converged' };
  }
  return { weights: w, bias, losses, status: 'max-steps' };
}
