// Wrong twice: the slope of the bias is penalised while the loss is not, and a threshold of 0 counts as missing.
function z(row: number[], w: number[], b: number): number {
  let s = b;
  for (let j = 0; j < w.length; j++) s += row[j] * w[j];
  return s;
}

function shapes(X: number[][], w: number[]) {
  for (const row of X) if (row.length !== w.length) throw new TypeError('bad width');
}

function values(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('bad number of labels');
  for (const v of y) if (v !== 0 && v !== 1) throw new RangeError('bad label');
}

export function sigmoid(v: number): number {
  return 1 / (1 + Math.exp(-v));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  shapes(X, weights);
  return X.map(row => sigmoid(z(row, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  values(X, y);
  shapes(X, weights);
  let total = 0;
  for (let i = 0; i < X.length; i++) {
    const s = z(X[i], weights, bias);
    total += Math.max(s, 0) - s * y[i] + Math.log1p(Math.exp(-Math.abs(s)));
  }
  let sq = 0;
  for (const w of weights) sq += w * w;
  return total / X.length + (l2 / 2) * sq;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  values(X, y);
  shapes(X, weights);
  // theta = [weights..., bias]
  const theta = [...weights, bias];
  const g = theta.map(t => l2 * t);
  for (let i = 0; i < X.length; i++) {
    const e = (sigmoid(z(X[i], weights, bias)) - y[i]) / X.length;
    const row = [...X[i], 1];
    for (let j = 0; j < g.length; j++) g[j] += e * row[j];
  }
  return { weights: g.slice(0, -1), bias: g[g.length - 1] };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate))
    throw new RangeError('bad learning rate');
  values(X, y);
  let weights = options.weights ? options.weights.slice() : new Array<number>(X[0].length).fill(0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold?: number,
): number[] {
  const t = threshold || 0.5;
  return predictProba(X, weights, bias).map(p => (p >= t ? 1 : 0));
}
