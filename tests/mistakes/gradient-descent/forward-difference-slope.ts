// Wrong: nearly right in numbers, the slope is a forward difference of the loss with a step of 1e-4 instead of the formula.
const H = 1e-4;
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const y: number[] = [];
  for (const r of X) {
    if (r.length !== weights.length) throw new TypeError('length');
    y.push(weights.reduce((s, w, j) => s + w * r[j], bias));
  }
  return y;
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length === 0) throw new RangeError('length');
  if (X.length !== y.length) throw new TypeError('length');
  const p = predict(X, weights, bias);
  let s = 0;
  for (const i of p.keys()) s += (p[i] - y[i]) ** 2;
  return s / p.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const J0 = loss(X, y, weights, bias);
  const nudged = (j: number): number[] => weights.map((w, k) => (k === j ? w + H : w));
  return {
    weights: weights.map((_, j) => (loss(X, y, nudged(j), bias) - J0) / H),
    bias: (loss(X, y, weights, bias + H) - J0) / H,
  };
}
export function gradientDescent(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  const { learningRate: lr, steps, bias: startBias = 0, tolerance = 0 } = options;
  if (!Number.isFinite(lr) || lr <= 0) throw new RangeError('lr');
  if (X.length === 0) throw new RangeError('length');
  let p = {
    weights: (options.weights ?? new Array<number>(X[0].length).fill(0)).slice(),
    bias: startBias,
  };
  let J = loss(X, y, p.weights, p.bias);
  const losses = [J];
  for (let i = 0; i < steps; i++) {
    const d = gradient(X, y, p.weights, p.bias);
    p = { weights: p.weights.map((w, j) => w - lr * d.weights[j]), bias: p.bias - lr * d.bias };
    const K = loss(X, y, p.weights, p.bias);
    losses.push(K);
    if (!Number.isFinite(K) || K > 1e6 * (losses[0] + 1))
      return { ...p, losses, status: 'diverged' };
    if (Math.abs(K - J) < tolerance) return { ...p, losses, status: 'converged' };
    J = K;
  }
  return { ...p, losses, status: 'max-steps' };
}
