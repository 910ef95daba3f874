// Wrong: with steps 0 the very weights array that was given comes back, not a fresh one.
type Fit = { weights: number[]; bias: number; losses: number[] };

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function lin(X: number[][], w: number[], b: number): number[] {
  if (!X.every(r => r.length === w.length)) throw new TypeError('X and weights');
  return X.map(r => b + r.reduce((s, v, j) => s + v * w[j], 0));
}

function nll(z: number, label: number): number {
  const m = label === 1 ? z : -z;
  return m >= 0 ? Math.log1p(Math.exp(-m)) : Math.log1p(Math.exp(m)) - m;
}

function requireData(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('X and y');
  if (!y.every(l => l === 0 || l === 1)) throw new RangeError('label');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return lin(X, weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  requireData(X, y);
  const ls = lin(X, weights, bias).map((z, i) => nll(z, y[i]));
  return ls.reduce((a, b) => a + b) / ls.length + l2 * 0.5 * weights.reduce((a, w) => a + w * w, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  requireData(X, y);
  const e = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  const n = e.length;
  return {
    weights: weights.map((w, j) => l2 * w + e.reduce((s, ei, i) => s + ei * X[i][j], 0) / n),
    bias: e.reduce((s, ei) => s + ei, 0) / n,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): Fit {
  if (!(options.learningRate > 0) || options.learningRate === Infinity)
    throw new RangeError('learningRate');
  requireData(X, y);
  const go = (weights: number[], bias: number, losses: number[]): Fit => {
    if (losses.length > options.steps) return { weights, bias, losses };
    const g = gradient(X, y, weights, bias, options.l2);
    const w = weights.map((v, j) => v - options.learningRate * g.weights[j]);
    const b = bias - options.learningRate * g.bias;
    losses.push(loss(X, y, w, b, options.l2));
    return go(w, b, losses);
  };
  const w0 = options.weights ?? X[0].map(() => 0);
  const b0 = options.bias ?? 0;
  return go(w0, b0, [loss(X, y, w0, b0, options.l2)]);
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
