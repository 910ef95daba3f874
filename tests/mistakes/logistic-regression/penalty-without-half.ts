// Wrong: the penalty is l2 times the squared weights, without the half, and its slope is 2*l2*w to match.
function penalty(w: number[], l2: number): { value: number; slope: number[] } {
  return {
    value: l2 * w.reduce((a, v) => a + v * v, 0),
    slope: w.map(v => 2 * l2 * v),
  };
}

function crossEntropy(z: number, t: number): number {
  return t === 1
    ? Math.log1p(Math.exp(-Math.abs(z))) + Math.max(-z, 0)
    : Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0);
}

function logitsOf(X: number[][], w: number[], b: number): number[] {
  const z: number[] = [];
  X.forEach(row => {
    if (row.length !== w.length) throw new TypeError('row does not match weights');
    z.push(row.map((v, j) => v * w[j]).reduce((p, q) => p + q, b));
  });
  return z;
}

function supervise(X: number[][], y: number[]): void {
  if (!X.length) throw new RangeError('no rows');
  if (X.length - y.length) throw new TypeError('labels and rows');
  if (y.filter(t => t !== 0).some(t => t !== 1)) throw new RangeError('labels 0 and 1 only');
}

export function sigmoid(z: number): number {
  const ez = Math.exp(-Math.abs(z));
  const big = 1 / (1 + ez);
  return z >= 0 ? big : ez * big;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return logitsOf(X, weights, bias).map(z => sigmoid(z));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  supervise(X, y);
  const each = logitsOf(X, weights, bias).map((z, i) => crossEntropy(z, y[i]));
  return each.reduce((a, b) => a + b) / each.length + penalty(weights, l2).value;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  supervise(X, y);
  const e = predictProba(X, weights, bias).map((p, i) => (p - y[i]) / X.length);
  const grad = penalty(weights, l2).slope;
  for (let i = 0; i < e.length; i++)
    for (let j = 0; j < grad.length; j++) grad[j] += e[i] * X[i][j];
  return { weights: grad, bias: e.reduce((a, b) => a + b) };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { learningRate, steps, l2, weights: w0, bias: b0 } = options;
  if (learningRate <= 0 || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  supervise(X, y);
  const theta = { weights: w0 ? w0.slice() : X[0].map(() => 0), bias: b0 === undefined ? 0 : b0 };
  const losses = [loss(X, y, theta.weights, theta.bias, l2)];
  for (let s = 1; s <= steps; s++) {
    const g = gradient(X, y, theta.weights, theta.bias, l2);
    for (let j = 0; j < theta.weights.length; j++) theta.weights[j] -= learningRate * g.weights[j];
    theta.bias -= learningRate * g.bias;
    losses[s] = loss(X, y, theta.weights, theta.bias, l2);
  }
  return { weights: theta.weights, bias: theta.bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => +(p >= threshold));
}
