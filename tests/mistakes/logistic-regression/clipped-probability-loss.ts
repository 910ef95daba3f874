// Wrong: the loss is taken from probabilities clipped to [1e-15, 1 - 1e-15], so a logit of -800 on a 1 costs 34.5.
const EPS = 1e-15;

function verify(X: number[][], weights: number[], y?: number[]) {
  if (y !== undefined) {
    if (X.length === 0) throw new RangeError('empty X');
    if (y.length !== X.length) throw new TypeError('y length');
    if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('y values');
  }
  if (X.some(r => r.length !== weights.length)) throw new TypeError('X width');
}

export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  verify(X, weights);
  return X.map(r => sigmoid(r.reduce((s, v, j) => s + v * weights[j], bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  verify(X, weights, y);
  const p = predictProba(X, weights, bias).map(v => Math.min(1 - EPS, Math.max(EPS, v)));
  const ce = p.map((v, i) => -(y[i] * Math.log(v) + (1 - y[i]) * Math.log(1 - v)));
  const mean = ce.reduce((a, b) => a + b, 0) / ce.length;
  return mean + 0.5 * l2 * weights.reduce((a, w) => a + w * w, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  verify(X, weights, y);
  const p = predictProba(X, weights, bias);
  const diff = p.map((v, i) => v - y[i]);
  return {
    weights: weights.map(
      (w, j) => diff.reduce((s, d, i) => s + d * X[i][j], 0) / X.length + l2 * w,
    ),
    bias: diff.reduce((s, d) => s + d, 0) / X.length,
  };
}

export function fit(
  X: number[][],
  y: number[],
  opts: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = opts;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('empty X');
  let weights = opts.weights ? opts.weights.slice() : new Array<number>(X[0].length).fill(0);
  let bias = opts.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let k = 0; k < steps; k++) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(v => (v >= threshold ? 1 : 0));
}
