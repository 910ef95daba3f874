// Wrong: refuses too few weights but lets surplus ones pass unused; everything else is in order.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged rows');
  if (X.length && weights.length < X[0].length) throw new TypeError('too few weights');
  return X.map(r => r.reduce((s, x, j) => s + x * weights[j], 0) + bias);
}
class Loss {
  private readonly e: number[];
  private readonly X: number[][];
  private readonly d: number;
  constructor(X: number[][], y: number[], w: number[], b: number) {
    if (X.length === 0) throw new RangeError('no rows');
    if (X.length !== y.length) throw new TypeError('targets');
    this.e = predict(X, w, b).map((p, i) => p - y[i]);
    this.X = X;
    this.d = w.length;
  }
  value(): number {
    return this.e.reduce((s, v) => s + v * v, 0) / this.e.length;
  }
  slope(): { weights: number[]; bias: number } {
    const n = this.e.length;
    const weights: number[] = [];
    for (let j = 0; j < this.d; j++)
      weights.push((2 / n) * this.e.reduce((s, v, i) => s + v * (this.X[i][j] ?? 0), 0));
    return { weights, bias: (2 / n) * this.e.reduce((s, v) => s + v, 0) };
  }
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return new Loss(X, y, weights, bias).value();
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return new Loss(X, y, weights, bias).slope();
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
  const { learningRate: lr, steps, tolerance = 0 } = options;
  if (!Number.isFinite(lr) || !(lr > 0)) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('no rows');
  let w = [...(options.weights ?? X[0].map(() => 0))];
  let b = options.bias ?? 0;
  let L = new Loss(X, y, w, b);
  const losses = [L.value()];
  for (let t = 0; t < steps; t++) {
    const g = L.slope();
    w = w.map((v, j) => v - lr * g.weights[j]);
    b -= lr * g.bias;
    L = new Loss(X, y, w, b);
    losses.push(L.value());
    const now = losses[t + 1];
    if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(now - losses[t]) < tolerance)
      return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
