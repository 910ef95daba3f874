// Wrong: a loss is recorded before each update only, so there are `steps` losses and none at all for steps 0.
function assertAll(X: number[][], y: number[], w: number[]): void {
  if (X.length === 0) throw new RangeError('X');
  if (y.length !== X.length) throw new TypeError('y');
  for (const row of X) if (row.length !== w.length) throw new TypeError('w');
  for (const t of y) if (t !== 0 && t !== 1) throw new RangeError('t');
}

export function sigmoid(z: number): number {
  return (1 + Math.tanh(z / 2)) / 2;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  const res: number[] = new Array(X.length);
  let i = X.length;
  while (i--) {
    if (X[i].length !== weights.length) throw new TypeError(`width of row ${i}`);
    let j = weights.length;
    let z = bias;
    while (j--) z += X[i][j] * weights[j];
    res[i] = sigmoid(z);
  }
  return res;
}

function evaluate(X: number[][], y: number[], w: number[], b: number, l2: number) {
  assertAll(X, y, w);
  const n = X.length;
  const grad = { weights: w.map(v => v * l2), bias: 0 };
  let value = 0;
  for (let i = 0; i < n; i++) {
    let z = b;
    for (let j = 0; j < w.length; j++) z += w[j] * X[i][j];
    value += (Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)))) / n;
    const e = (sigmoid(z) - y[i]) / n;
    grad.bias += e;
    for (let j = 0; j < w.length; j++) grad.weights[j] += e * X[i][j];
  }
  for (let j = 0; j < w.length; j++) value += (l2 * w[j] * w[j]) / 2;
  return { value, grad };
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  return evaluate(X, y, weights, bias, l2).value;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  return evaluate(X, y, weights, bias, l2).grad;
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  if (!X.length) throw new RangeError('X');
  const weights = options.weights ? Array.from(options.weights) : Array.from(X[0], () => 0);
  let bias = options.bias ?? 0;
  assertAll(X, y, weights);
  const losses: number[] = [];
  for (let s = 0; s < steps; s++) {
    const { value, grad } = evaluate(X, y, weights, bias, l2);
    losses.push(value);
    weights.forEach((_, j) => {
      weights[j] -= learningRate * grad.weights[j];
    });
    bias -= learningRate * grad.bias;
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  const p = predictProba(X, weights, bias);
  return p.map(v => (v >= threshold ? 1 : 0));
}
