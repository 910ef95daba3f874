/** The logarithm of the sum of exponentials, without overflow. */
export function logSumExp(logits: number[]): number {
  const largest = Math.max(...logits);
  return largest + Math.log(logits.reduce((sum, z) => sum + Math.exp(z - largest), 0));
}

/** Probabilities in proportion to the exponentials of the logits. */
export function softmax(logits: number[]): number[] {
  const total = logSumExp(logits);
  return logits.map(z => Math.exp(z - total)); // [K]
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  return scores(X, weights, bias).map(logits => softmax(logits)); // [n][K]
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  checkLabels(X, y, bias.length);
  const each = scores(X, weights, bias).map((logits, i) => logSumExp(logits) - logits[y[i]]); // [n]
  const squares = weights.flat().reduce((sum, weight) => sum + weight * weight, 0);
  return each.reduce((sum, nats) => sum + nats, 0) / X.length + (l2 / 2) * squares;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  checkLabels(X, y, bias.length);
  const n = X.length;
  const errors = predictProba(X, weights, bias).map((p, i) =>
    p.map((share, k) => share - (k === y[i] ? 1 : 0)),
  ); // [n][K]
  const along = (j: number, k: number) => errors.reduce((sum, e, i) => sum + e[k] * X[i][j], 0);
  return {
    weights: weights.map((row, j) => row.map((weight, k) => along(j, k) / n + l2 * weight)),
    bias: bias.map((_, k) => errors.reduce((sum, e) => sum + e[k], 0) / n),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const { classes, learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`fit: learning rate ${learningRate}`);
  }
  const zeros = () => Array.from({ length: classes }, () => 0); // [K]
  let bias = zeros();
  let weights = (X[0] ?? []).map(zeros); // [d][K]
  const losses = [loss(X, y, weights, bias, l2)];

  for (let step = 0; step < steps; step += 1) {
    const slope = gradient(X, y, weights, bias, l2); // once, before anything moves
    weights = weights.map((row, j) => row.map((w, k) => w - learningRate * slope.weights[j][k]));
    bias = bias.map((b, k) => b - learningRate * slope.bias[k]);
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  return scores(X, weights, bias).map(logits => logits.indexOf(Math.max(...logits))); // [n]
}

/** @returns the linear score of every row for every class [n][K]. */
function scores(X: number[][], weights: number[][], bias: number[]): number[][] {
  if (weights.some(row => row.length !== bias.length)) {
    throw new TypeError(`softmax regression: weights and bias for different numbers of classes`);
  }
  if (X.some(x => x.length !== weights.length)) {
    throw new TypeError(`softmax regression: a row of X has not ${weights.length} features`);
  }
  return X.map(x =>
    bias.map((b, k) => x.reduce((sum, value, j) => sum + value * weights[j][k], b)),
  );
}

function checkLabels(X: number[][], y: number[], classes: number): void {
  if (X.length === 0) throw new RangeError('softmax regression: no rows to learn from');
  if (y.length !== X.length) {
    throw new TypeError(`softmax regression: ${y.length} labels for ${X.length} rows`);
  }
  const strange = y.find(label => !(Number.isInteger(label) && label >= 0 && label < classes));
  if (strange !== undefined) {
    throw new RangeError(`softmax regression: label ${strange} of ${classes} classes`);
  }
}
