// Wrong: two bugs, on divergence it returns the last good parameters and keeps the exploded loss off the list.
type Model = [weights: number[], bias: number];

const apply = ([w, b]: Model, row: number[]): number => {
  if (w.length !== row.length) throw new TypeError(`model takes ${w.length}`);
  return w.reduce((s, wj, j) => s + wj * row[j], b);
};

const meanOf = (n: number, f: (i: number) => number): number => {
  let s = 0;
  for (let i = 0; i < n; i++) s += f(i);
  return s / n;
};

const size = (X: number[][], y: number[]): number => {
  if (X.length !== y.length) throw new TypeError('sizes');
  if (!y.length) throw new RangeError('sizes');
  return y.length;
};

const J = (X: number[][], y: number[], m: Model): number =>
  meanOf(size(X, y), i => (apply(m, X[i]) - y[i]) ** 2);

const dJ = (X: number[][], y: number[], m: Model): Model => {
  const n = size(X, y);
  const e = X.map((row, i) => 2 * (apply(m, row) - y[i]));
  return [m[0].map((_, j) => meanOf(n, i => e[i] * X[i][j])), meanOf(n, i => e[i])];
};

export const predict = (X: number[][], weights: number[], bias: number): number[] =>
  X.map(row => apply([weights, bias], row));
export const loss = (X: number[][], y: number[], weights: number[], bias: number): number =>
  J(X, y, [weights, bias]);
export const gradient = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } => {
  const [w, b] = dJ(X, y, [weights, bias]);
  return { weights: w, bias: b };
};

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
  const { learningRate: h, steps, tolerance = 0 } = options;
  if (!(h > 0 && Number.isFinite(h))) throw new RangeError('learning rate');
  size(X, y);
  let m: Model = [options.weights ? options.weights.slice() : X[0].map(() => 0), options.bias ?? 0];
  const losses = [J(X, y, m)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let k = 0; k < steps; k++) {
    const [gw, gb] = dJ(X, y, m);
    const next: Model = [m[0].map((w, j) => w - h * gw[j]), m[1] - h * gb];
    const value = J(X, y, next);
    if (!Number.isFinite(value) || value > 1e6 * (losses[0] + 1)) {
      status = 'diverged';
      break;
    }
    m = next;
    losses.push(value);
    if (Math.abs(value - losses[k]) < tolerance) {
      status = 'converged';
      break;
    }
  }
  return { weights: m[0], bias: m[1], losses, status };
}
