// Wrong: tests before minus after without an absolute value, so any rise of the loss counts as converged when a tolerance is set.
const bad = (what: string): never => {
  throw new TypeError(what);
};
const none = (): never => {
  throw new RangeError('there are no rows');
};

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(function one(row) {
    if (row.length !== weights.length) return bad('row');
    let v = bias;
    for (let j = 0; j < row.length; j++) v += row[j] * weights[j];
    return v;
  });
}

function summary(
  X: number[][],
  y: number[],
  w: number[],
  b: number,
): { J: number; g: { weights: number[]; bias: number } } {
  if (X.length === 0) none();
  if (X.length !== y.length) bad('targets');
  const n = X.length;
  const e = predict(X, w, b).map((p, i) => p - y[i]);
  let J = 0,
    gb = 0;
  const gw = new Float64Array(w.length);
  for (let i = n; i-- > 0; ) {
    J += e[i] ** 2;
    gb += e[i];
    X[i].forEach((x, j) => {
      gw[j] += e[i] * x;
    });
  }
  return { J: J / n, g: { weights: Array.from(gw, v => (2 * v) / n), bias: (2 * gb) / n } };
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return summary(X, y, weights, bias).J;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return summary(X, y, weights, bias).g;
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
  if (!(rate > 0) || !(rate < Infinity)) throw new RangeError(`rate ${rate}`);
  if (X.length === 0) none();
  const at = {
    weights: options.weights ? options.weights.concat() : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  let s = summary(X, y, at.weights, at.bias);
  const losses = [s.J];
  const tol = options.tolerance;
  for (let left = options.steps; left > 0; left--) {
    at.weights = at.weights.map((w, j) => w - rate * s.g.weights[j]);
    at.bias -= rate * s.g.bias;
    const before = s.J;
    s = summary(X, y, at.weights, at.bias);
    losses.push(s.J);
    if (!Number.isFinite(s.J) || s.J > 1e6 * (losses[0] + 1))
      return { ...at, losses, status: 'diverged' };
    if (tol && before - s.J < tol) return { ...at, losses, status: 'converged' };
  }
  return { ...at, losses, status: 'max-steps' };
}
