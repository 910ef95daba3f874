// Wrong: predictProba and predict take rows of any width; missing features count as 0.
function linear(row: number[], weights: number[], bias: number): number {
  return weights.reduce((acc, w, j) => acc + w * (row[j] ?? 0), bias);
}

function checkTraining(X: number[][], y: number[], d: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (X.length !== y.length) throw new TypeError('X and y must match');
  X.forEach((row, i) => {
    if (row.length !== d) throw new TypeError(`row ${i} must have ${d} features`);
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError(`label ${i} must be 0 or 1`);
  });
}

/** Cross-entropy of one example from its logit. */
function bce(z: number, y: number): number {
  return (z > 0 ? z - z * y : -z * y) + Math.log1p(Math.exp(z > 0 ? -z : z));
}

export function sigmoid(z: number): number {
  if (z < 0) {
    const e = Math.exp(z);
    return e / (1 + e);
  }
  return 1 / (1 + Math.exp(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => sigmoid(linear(row, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  checkTraining(X, y, weights.length);
  const mean = X.reduce((acc, row, i) => acc + bce(linear(row, weights, bias), y[i]), 0) / X.length;
  const squared = weights.reduce((acc, w) => acc + w * w, 0);
  return mean + 0.5 * l2 * squared;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  checkTraining(X, y, weights.length);
  const n = X.length;
  const diffs = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  const gw: number[] = [];
  for (let j = 0; j < weights.length; j++) {
    let s = 0;
    for (let i = 0; i < n; i++) s += diffs[i] * X[i][j];
    gw[j] = s / n + l2 * weights[j];
  }
  return { weights: gw, bias: diffs.reduce((a, b) => a + b, 0) / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0 && learningRate !== Infinity))
    throw new RangeError('learningRate must be positive and finite');
  const d = X.length > 0 ? X[0].length : 0;
  const model = {
    weights: [...(options.weights ?? Array<number>(d).fill(0))],
    bias: options.bias ?? 0,
  };
  const losses: number[] = [];
  for (let k = 0; ; k++) {
    losses.push(loss(X, y, model.weights, model.bias, l2));
    if (!(k < steps)) break;
    const g = gradient(X, y, model.weights, model.bias, l2);
    model.weights = model.weights.map((w, j) => w - learningRate * g.weights[j]);
    model.bias -= learningRate * g.bias;
  }
  return { ...model, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
