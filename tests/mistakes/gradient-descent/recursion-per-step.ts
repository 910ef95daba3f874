// Wrong: every update is one level of recursion, so a run of some tens of thousands of steps overflows the stack.
type End = {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
};

const sumTo = (n: number, f: (k: number) => number): number => {
  let s = 0;
  for (let k = 0; k < n; k++) s += f(k);
  return s;
};

export const predict = (X: number[][], weights: number[], bias: number): number[] => {
  if (X.some(r => r.length !== weights.length)) throw new TypeError('widths');
  return X.map(r => sumTo(r.length, j => r[j] * weights[j]) + bias);
};

const misfit = (X: number[][], y: number[], w: number[], b: number): number[] => {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('targets');
  return predict(X, w, b).map((p, i) => p - y[i]);
};

export const loss = (X: number[][], y: number[], weights: number[], bias: number): number => {
  const e = misfit(X, y, weights, bias);
  return sumTo(e.length, i => e[i] ** 2) / e.length;
};

export const gradient = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } => {
  const e = misfit(X, y, weights, bias);
  return {
    weights: weights.map((_, j) => (2 * sumTo(e.length, i => e[i] * X[i][j])) / e.length),
    bias: (2 * sumTo(e.length, i => e[i])) / e.length,
  };
};

export const gradientDescent = (
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): End => {
  const { learningRate: a, steps, weights, bias = 0, tolerance = 0 } = options;
  if (!(a > 0) || !Number.isFinite(a)) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('rows');
  const losses: number[] = [];
  const descend = (w: number[], b: number, left: number): End => {
    const now = loss(X, y, w, b);
    const before = losses[losses.length - 1];
    losses.push(now);
    if (losses.length > 1) {
      if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1))
        return { weights: w, bias: b, losses, status: 'diverged' };
      if (Math.abs(now - before) < tolerance)
        return { weights: w, bias: b, losses, status: 'converged' };
    }
    if (left <= 0) return { weights: w, bias: b, losses, status: 'max-steps' };
    const g = gradient(X, y, w, b);
    return descend(
      w.map((v, j) => v - a * g.weights[j]),
      b - a * g.bias,
      left - 1,
    );
  };
  return descend(weights ? weights.slice() : X[0].map(() => 0), bias, steps);
};
