// Wrong: the zero start is cached at module level and walked upon, so a second run without weights begins where the first one ended.
const zeroStarts = new Map<number, number[]>();
function zeros(d: number): number[] {
  let z = zeroStarts.get(d);
  if (!z) {
    z = new Array(d).fill(0);
    zeroStarts.set(d, z);
  }
  return z;
}
function checkRows(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('rows');
  if (y.length !== X.length) throw new TypeError('targets');
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const p = new Array<number>(X.length);
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== weights.length) throw new TypeError('widths');
    p[i] = bias;
    for (let j = 0; j < weights.length; j++) p[i] += X[i][j] * weights[j];
  }
  return p;
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  checkRows(X, y);
  return predict(X, weights, bias).reduce((s, p, i) => s + (p - y[i]) ** 2, 0) / X.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  checkRows(X, y);
  const n = X.length;
  const g = new Array<number>(weights.length).fill(0);
  let gb = 0;
  predict(X, weights, bias).forEach((p, i) => {
    for (let j = 0; j < g.length; j++) g[j] += (2 / n) * (p - y[i]) * X[i][j];
    gb += (2 / n) * (p - y[i]);
  });
  return { weights: g, bias: gb };
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
  if (!(learningRate > 0 && learningRate <= Number.MAX_VALUE)) throw new RangeError('learningRate');
  checkRows(X, y);
  const w = options.weights === undefined ? zeros(X[0].length) : options.weights.slice();
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let k = 0; k < steps; k++) {
    const g = gradient(X, y, w, b);
    w.forEach((_, j) => {
      w[j] -= learningRate * g.weights[j];
    });
    b -= learningRate * g.bias;
    const L = loss(X, y, w, b);
    losses.push(L);
    if (!Number.isFinite(L) || L > 1e6 * (losses[0] + 1)) {
      status = 'diverged';
      break;
    }
    if (Math.abs(L - losses[k]) < tolerance) {
      status = 'converged';
      break;
    }
  }
  return { weights: [...w], bias: b, losses, status };
}
