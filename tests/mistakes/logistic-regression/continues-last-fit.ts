// Wrong: state at module level; a fit without weights goes on from the last fit of the same width, not from zeros.
let remembered: { weights: number[]; bias: number } | null = null;

export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}

function scores(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('shape of X');
    return row.reduce((acc, value, index) => acc + value * weights[index], bias);
  });
}

function assertSupervised(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('X empty');
  if (X.length !== y.length) throw new TypeError('shape of y');
  if (y.some(value => value !== 0 && value !== 1)) throw new RangeError('y not binary');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return scores(X, weights, bias).map(score => sigmoid(score));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  assertSupervised(X, y);
  const perRow = scores(X, weights, bias).map((score, index) => {
    const adverse = y[index] === 1 ? -score : score;
    return Math.max(adverse, 0) + Math.log1p(Math.exp(-Math.abs(adverse)));
  });
  const squared = weights.reduce((acc, value) => acc + value * value, 0);
  return perRow.reduce((acc, value) => acc + value, 0) / perRow.length + (l2 / 2) * squared;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  assertSupervised(X, y);
  const errors = predictProba(X, weights, bias).map((p, index) => p - y[index]);
  return {
    weights: weights.map(
      (value, column) =>
        errors.reduce((acc, e, row) => acc + e * X[row][column], 0) / X.length + l2 * value,
    ),
    bias: errors.reduce((acc, e) => acc + e, 0) / X.length,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  assertSupervised(X, y);
  const warm = remembered && remembered.weights.length === X[0].length ? remembered : null;
  let weights = (options.weights ?? warm?.weights ?? X[0].map(() => 0)).slice();
  let bias = options.bias ?? (options.weights ? 0 : (warm?.bias ?? 0));
  const losses = [loss(X, y, weights, bias, l2)];
  for (let step = 0; step < steps; step++) {
    const slope = gradient(X, y, weights, bias, l2);
    weights = weights.map((value, column) => value - learningRate * slope.weights[column]);
    bias -= learningRate * slope.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  remembered = { weights: weights.slice(), bias };
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
