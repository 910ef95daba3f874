// Wrong: clips slopes longer than 1000 during the walk, which shows only on large data or runs that explode.
const LIMIT = 1000;
function assertThat(condition: boolean, make: () => Error): asserts condition {
  if (!condition) throw make();
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const out = new Float64Array(X.length).fill(bias);
  X.forEach((row, i) => {
    assertThat(row.length === weights.length, () => new TypeError('row'));
    row.forEach((x, j) => {
      out[i] += x * weights[j];
    });
  });
  return Array.from(out);
}
function off(X: number[][], y: number[], weights: number[], bias: number): number[] {
  assertThat(X.length > 0, () => new RangeError('rows'));
  assertThat(X.length === y.length, () => new TypeError('targets'));
  return predict(X, weights, bias).map((p, i) => p - y[i]);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const e = off(X, y, weights, bias);
  return e.reduce((s, v) => s + v * v, 0) / e.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const e = off(X, y, weights, bias);
  const g = { weights: weights.map(() => 0), bias: 0 };
  e.forEach((v, i) => {
    X[i].forEach((x, j) => {
      g.weights[j] += (2 / e.length) * v * x;
    });
    g.bias += (2 / e.length) * v;
  });
  return g;
}
function clipped(g: { weights: number[]; bias: number }): { weights: number[]; bias: number } {
  const length = Math.hypot(...g.weights, g.bias);
  if (length <= LIMIT) return g;
  return { weights: g.weights.map(v => (v * LIMIT) / length), bias: (g.bias * LIMIT) / length };
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
  assertThat(
    learningRate > 0 && Number.isFinite(learningRate),
    () => new RangeError('learning rate'),
  );
  assertThat(X.length > 0, () => new RangeError('rows'));
  let at = {
    weights: options.weights ? [...options.weights] : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  const losses = [loss(X, y, at.weights, at.bias)];
  for (let k = 1; k <= steps; k++) {
    const g = clipped(gradient(X, y, at.weights, at.bias));
    at = {
      weights: at.weights.map((w, j) => w - learningRate * g.weights[j]),
      bias: at.bias - learningRate * g.bias,
    };
    losses.push(loss(X, y, at.weights, at.bias));
    if (!Number.isFinite(losses[k]) || losses[k] > 1e6 * (losses[0] + 1))
      return { ...at, losses, status: 'diverged' };
    if (Math.abs(losses[k] - losses[k - 1]) < tolerance)
      return { ...at, losses, status: 'converged' };
  }
  return { ...at, losses, status: 'max-steps' };
}
