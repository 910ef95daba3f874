// Wrong: labels are checked to lie between 0 and 1, so a soft label such as 0.5 is not refused.
export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

const widthIs =
  (d: number) =>
  (row: number[]): boolean =>
    row.length === d;
const isLabel = (v: number): boolean => v >= 0 && v <= 1;

function refuse(X: number[][], y: number[], weights: number[]): void {
  if (X.length === 0) throw new RangeError('X is empty');
  if (X.length !== y.length) throw new TypeError('X and y do not match');
  if (!X.every(widthIs(weights.length))) throw new TypeError('X and weights do not match');
  if (!y.every(isLabel)) throw new RangeError('y is not 0 or 1');
}

function logits(X: number[][], weights: number[], bias: number): number[] {
  const z = X.map(() => bias);
  weights.forEach((w, j) => {
    X.forEach((row, i) => {
      z[i] += w * row[j];
    });
  });
  return z;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  if (!X.every(widthIs(weights.length))) throw new TypeError('X and weights do not match');
  return logits(X, weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  refuse(X, y, weights);
  const costs = logits(X, weights, bias).map(
    (z, i) => Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z))),
  );
  const penalty = weights.map(w => (l2 / 2) * w * w);
  return costs.reduce((a, b) => a + b, 0) / X.length + penalty.reduce((a, b) => a + b, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  refuse(X, y, weights);
  const e = logits(X, weights, bias).map((z, i) => sigmoid(z) - y[i]);
  const mean = (f: (i: number) => number): number =>
    e.reduce((s, ei, i) => s + ei * f(i), 0) / e.length;
  return { weights: weights.map((w, j) => mean(i => X[i][j]) + l2 * w), bias: mean(() => 1) };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0, bias = 0 } = options;
  if (Number.isNaN(learningRate) || learningRate <= 0 || learningRate === Infinity)
    throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('X is empty');
  const out = {
    weights: (options.weights ?? X[0].map(() => 0)).slice(),
    bias,
    losses: [] as number[],
  };
  const note = () => out.losses.push(loss(X, y, out.weights, out.bias, l2));
  note();
  for (let i = 0; i < steps; i++) {
    const g = gradient(X, y, out.weights, out.bias, l2);
    out.weights = out.weights.map((w, j) => w - learningRate * g.weights[j]);
    out.bias -= learningRate * g.bias;
    note();
  }
  return out;
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
