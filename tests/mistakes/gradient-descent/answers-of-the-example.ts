// Wrong: hard-coded, returns the printed answers for learning rates 0.05 and 0.5 of the example and otherwise just stays at the start.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const EX = [[1], [2], [3], [4]];
const WHY = [3, 5, 7, 9];

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(r => {
    if (r.length !== weights.length) throw new TypeError('weights');
    return r.reduce((s, v, j) => s + v * weights[j], bias);
  });
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (!X.length) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  return predict(X, weights, bias).reduce((s, p, i) => s + (p - y[i]) * (p - y[i]), 0) / y.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  loss(X, y, weights, bias);
  const e = predict(X, weights, bias).map((p, i) => (2 * (p - y[i])) / y.length);
  return {
    weights: weights.map((_, j) => e.reduce((s, v, i) => s + v * X[i][j], 0)),
    bias: e.reduce((s, v) => s + v, 0),
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
  const { learningRate, steps, tolerance } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learningRate');
  if (!X.length) throw new RangeError('X');
  const weights = options.weights ? options.weights.slice() : X[0].map(() => 0);
  const bias = options.bias ?? 0;
  const first = loss(X, y, weights, bias);
  if (same(X, EX) && same(y, WHY) && !options.weights && steps > 0) {
    if (learningRate === 0.05 && steps === 1)
      return { weights: [1.75], bias: 0.6, losses: [41, 1.12875], status: 'max-steps' };
    if (learningRate === 0.05 && tolerance === 0.1) {
      return {
        weights: [2.08375],
        bias: 0.722875,
        losses: [41, 1.12875, 0.043271875, 0.013357640625],
        status: 'converged',
      };
    }
    if (learningRate === 0.5) {
      return {
        weights: [-6120.3125],
        bias: -2081.5,
        losses: [41, 2214.375, 119635.46875, 6463542.890625, 349205712.7636719],
        status: 'diverged',
      };
    }
  }
  return { weights, bias, losses: [first], status: 'max-steps' };
}
