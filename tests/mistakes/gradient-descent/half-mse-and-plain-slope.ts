// Wrong: uses the textbook half-MSE, so the loss has a factor one half and the slope 1/n instead of 2/n.
const widthCheck = (X: number[][], w: number[]) => {
  if (X.some(r => r.length !== w.length)) throw new TypeError('width mismatch');
};
const rowCheck = (X: number[][], y: number[]) => {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('length mismatch');
};

export function predict(X: number[][], weights: number[], bias: number): number[] {
  widthCheck(X, weights);
  return X.map(r => r.reduce((s, x, j) => s + x * weights[j], bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  rowCheck(X, y);
  const m = y.length;
  return predict(X, weights, bias).reduce((s, h, i) => s + (h - y[i]) ** 2, 0) / (2 * m);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  rowCheck(X, y);
  const m = y.length;
  const diff = predict(X, weights, bias).map((h, i) => h - y[i]);
  return {
    weights: weights.map((_, j) => diff.reduce((s, e, i) => s + e * X[i][j], 0) / m),
    bias: diff.reduce((s, e) => s + e, 0) / m,
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
  const { learningRate: alpha, steps, tolerance = 0 } = options;
  if (!(alpha > 0 && Number.isFinite(alpha))) throw new RangeError('alpha');
  rowCheck(X, y);
  let w = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b)];
  for (let k = 0; k < steps; k++) {
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - alpha * g.weights[j]);
    b -= alpha * g.bias;
    losses.push(loss(X, y, w, b));
    const [p, c] = losses.slice(-2);
    if (!Number.isFinite(c) || c > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(c - p) < tolerance) return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
