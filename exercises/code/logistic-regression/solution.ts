export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z)); // in (0, 1]: never an overflow
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return logits(X, weights, bias).map(z => sigmoid(z)); // [n]
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  checkLabels(X, y);
  const each = logits(X, weights, bias).map((z, i) => softplus(z) - y[i] * z); // [n]
  const penalty = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return each.reduce((sum, nats) => sum + nats, 0) / X.length + (l2 / 2) * penalty;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  checkLabels(X, y);
  const n = X.length;
  const errors = predictProba(X, weights, bias).map((p, i) => p - y[i]); // [n]
  const along = (j: number) => errors.reduce((sum, error, i) => sum + error * X[i][j], 0);
  const total = errors.reduce((sum, error) => sum + error, 0);
  return { weights: weights.map((weight, j) => along(j) / n + l2 * weight), bias: total / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    l2?: number;
    weights?: number[];
    bias?: number;
  },
): { weights: number[]; bias: number; losses: number[] } {
  const { learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`fit: learning rate ${learningRate}`);
  }
  const zeros = (X[0] ?? []).map(() => 0); // [d]
  let weights = [...(options.weights ?? zeros)]; // [d], a copy: the caller keeps the start
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];

  for (let step = 0; step < steps; step++) {
    const slope = gradient(X, y, weights, bias, l2); // once, before anything moves
    weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0)); // [n]
}

/** @returns the linear score of each row: the log of the odds of label 1. */
function logits(X: number[][], weights: number[], bias: number): number[] {
  if (X.some(row => row.length !== weights.length)) {
    throw new TypeError(`logistic regression: a row of X does not have ${weights.length} features`);
  }
  return X.map(row => row.reduce((sum, x, j) => sum + x * weights[j], bias)); // [n]
}

/** log(1 + eᶻ), the loss of a row with label 0; for large z it is z, not Infinity. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

function checkLabels(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('logistic regression: no rows to learn from');
  if (y.length !== X.length) {
    throw new TypeError(`logistic regression: ${y.length} labels for ${X.length} rows`);
  }
  const strange = y.find(label => label !== 0 && label !== 1);
  if (strange !== undefined) throw new RangeError(`logistic regression: a label of ${strange}`);
}
