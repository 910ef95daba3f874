// Written by an algebraist: the slope comes from the averaged moments XᵀX and Xᵀy, gathered once, and only the loss looks at the rows again.
interface Moments {
  xx: number[][]; // mean of x_j x_k
  x: number[]; // mean of x_j
  xy: number[]; // mean of x_j y
  y: number; // mean of y
}

function assertShapes(X: number[][], y: number[] | null, width: number): void {
  if (y && X.length === 0) throw new RangeError('at least one row is needed');
  for (const row of X) if (row.length !== width) throw new TypeError('widths differ');
  if (y && y.length !== X.length) throw new TypeError('numbers of rows and targets differ');
}

function moments(X: number[][], y: number[], width: number): Moments {
  const n = X.length;
  const cols = Array.from({ length: width }, (_, j) => X.map(r => r[j]));
  const avg = (f: (i: number) => number): number => {
    let s = 0;
    for (let i = 0; i < n; i++) s += f(i);
    return s / n;
  };
  return {
    xx: cols.map(a => cols.map(b => avg(i => a[i] * b[i]))),
    x: cols.map(a => avg(i => a[i])),
    xy: cols.map(a => avg(i => a[i] * y[i])),
    y: avg(i => y[i]),
  };
}

function slopeAt(m: Moments, w: number[], b: number): { weights: number[]; bias: number } {
  const inner = (u: number[]): number => u.reduce((s, v, k) => s + v * w[k], 0);
  return {
    weights: m.xx.map((row, j) => 2 * (inner(row) + b * m.x[j] - m.xy[j])),
    bias: 2 * (inner(m.x) + b - m.y),
  };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  assertShapes(X, null, weights.length);
  return X.map(row => row.reduce((s, v, k) => s + v * weights[k], bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  assertShapes(X, y, weights.length);
  return predict(X, weights, bias).reduce((s, p, i) => s + (p - y[i]) * (p - y[i]), 0) / y.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  assertShapes(X, y, weights.length);
  return slopeAt(moments(X, y, weights.length), weights, bias);
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
  const rate = options.learningRate;
  if (!(rate > 0) || rate > Number.MAX_VALUE)
    throw new RangeError('the learning rate must be a positive finite number');
  if (X.length === 0) throw new RangeError('at least one row is needed');
  const width = (options.weights ?? X[0]).length;
  assertShapes(X, y, width);
  const m = moments(X, y, width);
  const w = options.weights ? options.weights.map(v => v) : new Array<number>(width).fill(0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let t = 1; t <= options.steps; t++) {
    const s = slopeAt(m, w, b);
    s.weights.forEach((v, j) => {
      w[j] = w[j] - rate * v;
    });
    b = b - rate * s.bias;
    losses.push(loss(X, y, w, b));
    const gap = Math.abs(losses[t] - losses[t - 1]);
    if (!Number.isFinite(losses[t]) || losses[t] > 1e6 * (losses[0] + 1)) {
      status = 'diverged';
      break;
    }
    if (gap < (options.tolerance ?? 0)) {
      status = 'converged';
      break;
    }
  }
  return { weights: w, bias: b, losses, status };
}
