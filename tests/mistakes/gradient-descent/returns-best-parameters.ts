// Wrong: returns the parameters with the lowest loss seen, not those after the last update; visible only when the loss rises.
type Snapshot = { weights: number[]; bias: number; cost: number };
const inner = (r: number[], w: number[], b: number): number => {
  if (r.length !== w.length) throw new TypeError(`mismatch: ${r.length}/${w.length}`);
  let k = r.length;
  let s = b;
  while (k--) s += r[k] * w[k];
  return s;
};
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(r => inner(r, weights, bias));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length === 0) throw new RangeError('nothing');
  if (X.length !== y.length) throw new TypeError(`mismatch: ${X.length}/${y.length}`);
  return (
    predict(X, weights, bias)
      .map((p, i) => (p - y[i]) ** 2)
      .reduce((a, b) => a + b, 0) / X.length
  );
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length === 0) throw new RangeError('nothing');
  if (X.length !== y.length) throw new TypeError(`mismatch: ${X.length}/${y.length}`);
  const e = predict(X, weights, bias).map((p, i) => p - y[i]);
  const w: number[] = [];
  for (let j = 0; j < weights.length; j++)
    w[j] = (e.reduce((s, v, i) => s + v * X[i][j], 0) * 2) / e.length;
  return { weights: w, bias: (e.reduce((s, v) => s + v, 0) * 2) / e.length };
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
  const { learningRate, steps, tolerance = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('nothing');
  const take = (weights: number[], bias: number): Snapshot => ({
    weights,
    bias,
    cost: loss(X, y, weights, bias),
  });
  let cur = take([...(options.weights ?? X[0].map(() => 0))], options.bias ?? 0);
  let best = cur;
  const losses = [cur.cost];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let i = 0; i < steps; i++) {
    const g = gradient(X, y, cur.weights, cur.bias);
    const next = take(
      cur.weights.map((w, j) => w - learningRate * g.weights[j]),
      cur.bias - learningRate * g.bias,
    );
    losses.push(next.cost);
    const delta = Math.abs(next.cost - cur.cost);
    cur = next;
    if (cur.cost < best.cost) best = cur;
    if (!Number.isFinite(cur.cost) || cur.cost > 1e6 * (losses[0] + 1)) {
      best = cur;
      status = 'diverged';
      break;
    }
    if (delta < tolerance) {
      status = 'converged';
      break;
    }
  }
  return { weights: best.weights, bias: best.bias, losses, status };
}
