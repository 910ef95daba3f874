// Wrong: weights longer than the rows are not refused by predictProba and predict, the spare ones are ignored.
export function sigmoid(z: number): number {
  const e = Math.exp(z < 0 ? z : -z);
  return z < 0 ? e / (1 + e) : 1 / (1 + e);
}

function dotRow(row: number[], weights: number[], bias: number): number {
  if (row.length > weights.length) throw new TypeError('too few weights');
  return row.reduce((sum, value, j) => sum + value * weights[j], bias);
}

function rectangular(X: number[][]): void {
  const widths = X.map(r => r.length);
  if (Math.max(...widths) !== Math.min(...widths) && X.length > 0) throw new TypeError('ragged');
}

function training(X: number[][], y: number[], weights: number[]): void {
  if (X.length === 0) throw new RangeError('rows');
  rectangular(X);
  if (X[0].length !== weights.length) throw new TypeError('weights');
  if (X.length !== y.length) throw new TypeError('labels');
  if (y.some(v => !(v === 0 || v === 1))) throw new RangeError('labels');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  rectangular(X);
  return X.map(row => sigmoid(dotRow(row, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  training(X, y, weights);
  const total = X.reduce((acc, row, i) => {
    const z = dotRow(row, weights, bias);
    return acc + Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
  }, 0);
  return total / X.length + (l2 / 2) * weights.reduce((acc, w) => acc + w * w, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  training(X, y, weights);
  const probs = predictProba(X, weights, bias);
  const sums = new Array<number>(weights.length).fill(0);
  let sum = 0;
  probs.forEach((p, i) => {
    sum += p - y[i];
    sums.forEach((_, j) => {
      sums[j] += (p - y[i]) * X[i][j];
    });
  });
  return { weights: sums.map((s, j) => s / X.length + l2 * weights[j]), bias: sum / X.length };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2, bias: b0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('rows');
  let weights = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let bias = b0 ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
