// Wrong: the slope divides by the four rows of the worked example, whatever the number of rows.
const ROWS = 4;

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const answer: number[] = [];
  X.forEach((r, i) => {
    if (r.length !== weights.length) throw new TypeError(`r${i}`);
    answer[i] = r.reduce((a, v, j) => a + v * weights[j], bias);
  });
  return answer;
}

function diffs(X: number[][], y: number[], weights: number[], bias: number): number[] {
  if (X.length === 0) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  return predict(X, weights, bias).map((a, i) => a - y[i]);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const q = diffs(X, y, weights, bias);
  return q.map(v => v * v).reduce((a, v) => a + v) / q.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const q = diffs(X, y, weights, bias);
  const out = { weights: [] as number[], bias: 0 };
  for (let j = 0; j < weights.length; j++) {
    let s = 0;
    q.forEach((v, i) => {
      s += v * X[i][j];
    });
    out.weights.push((2 / ROWS) * s);
  }
  q.forEach(v => {
    out.bias += v * (2 / ROWS);
  });
  return out;
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
  const { learningRate: lr, steps, tolerance: tol = 0 } = options;
  if (!(lr > 0) || lr === Number.POSITIVE_INFINITY) throw new RangeError('lr');
  if (X.length === 0) throw new RangeError('X');
  let w = Array.from(options.weights ?? X[0], v => (options.weights ? v : 0));
  let b = options.bias ?? 0;
  const losses: number[] = [];
  losses.push(loss(X, y, w, b));
  let status = 'max-steps' as 'max-steps' | 'converged' | 'diverged';
  for (let k = 0; k < steps; k++) {
    const { weights: dw, bias: db } = gradient(X, y, w, b);
    w = w.map((v, j) => v - lr * dw[j]);
    b = b - lr * db;
    const J = loss(X, y, w, b);
    losses.push(J);
    status =
      !Number.isFinite(J) || J > 1e6 * (losses[0] + 1)
        ? 'diverged'
        : Math.abs(J - losses[k]) < tol
          ? 'converged'
          : status;
    if (status !== 'max-steps') break;
  }
  return { weights: w, bias: b, losses, status };
}
