// Wrong: gradientDescent copies the start feature by feature, so weights of another width are silently padded with zeros or cut off.
const fail = (message: string): never => {
  throw new TypeError(message);
};

function shapeOf(X: number[][]): [number, number] {
  const [head = []] = X;
  if (X.some(row => row.length !== head.length)) fail('rows of different widths');
  return [X.length, head.length];
}

function shapeWithTargets(X: number[][], y: number[]): [number, number] {
  const [n, d] = shapeOf(X);
  if (n === 0) throw new RangeError('no rows');
  if (y.length !== n) fail('targets of another number than the rows');
  return [n, d];
}

function forward(X: number[][], w: number[], b: number): number[] {
  return X.map(row => {
    let v = 0;
    for (let j = 0; j < row.length; j++) v += row[j] * w[j];
    return v + b;
  });
}

function mse(p: number[], y: number[]): number {
  let s = 0;
  for (let i = 0; i < p.length; i++) s += (p[i] - y[i]) ** 2;
  return s / p.length;
}

function backward(
  X: number[][],
  p: number[],
  y: number[],
  d: number,
): { weights: number[]; bias: number } {
  const weights = new Array<number>(d).fill(0);
  let bias = 0;
  for (let i = 0; i < p.length; i++) {
    const delta = (2 * (p[i] - y[i])) / p.length;
    bias += delta;
    for (let j = 0; j < d; j++) weights[j] += delta * X[i][j];
  }
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const [n, d] = shapeOf(X);
  if (n > 0 && weights.length !== d) fail('weights of another width');
  return forward(X, weights, bias);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const [, d] = shapeWithTargets(X, y);
  if (weights.length !== d) fail('weights of another width');
  return mse(forward(X, weights, bias), y);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const [, d] = shapeWithTargets(X, y);
  if (weights.length !== d) fail('weights of another width');
  return backward(X, forward(X, weights, bias), y, d);
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
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learning rate');
  const [, d] = shapeWithTargets(X, y);
  const w = Array.from({ length: d }, (_, j) => options.weights?.[j] ?? 0);
  let b = options.bias ?? 0;
  let p = forward(X, w, b);
  const losses = [mse(p, y)];
  for (let made = 1; made <= steps; made++) {
    const g = backward(X, p, y, d);
    for (let j = 0; j < d; j++) w[j] -= learningRate * g.weights[j];
    b -= learningRate * g.bias;
    p = forward(X, w, b);
    const now = mse(p, y);
    const before = losses[losses.length - 1];
    losses.push(now);
    if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(now - before) < tolerance)
      return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
