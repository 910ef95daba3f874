// Wrong: the explosion bound is 1e6 times the first loss without the plus one, which bites only when the run starts near the optimum.
const EXPLOSION = 1e6;
const assertWidth = (row: number[], d: number): number[] => {
  if (row.length === d) return row;
  throw new TypeError(`width ${row.length} instead of ${d}`);
};
const sumOver = <T>(items: T[], f: (item: T, i: number) => number): number =>
  items.reduce((s, it, i) => s + f(it, i), 0);

export const predict = (X: number[][], weights: number[], bias: number): number[] =>
  X.map(row => sumOver(assertWidth(row, weights.length), (x, j) => x * weights[j]) + bias);

const deviations = (X: number[][], y: number[], weights: number[], bias: number): number[] => {
  if (X.length === 0) throw new RangeError('empty X');
  if (X.length !== y.length) throw new TypeError(`y has ${y.length}`);
  return predict(X, weights, bias).map((p, i) => p - y[i]);
};

export const loss = (X: number[][], y: number[], weights: number[], bias: number): number =>
  sumOver(deviations(X, y, weights, bias), e => e * e) / y.length;

export const gradient = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } => {
  const e = deviations(X, y, weights, bias);
  return {
    weights: weights.map((_, j) => (2 / e.length) * sumOver(X, (row, i) => e[i] * row[j])),
    bias: (2 / e.length) * sumOver(e, v => v),
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
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} => {
  const { learningRate, steps, tolerance = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('empty X');
  const run = {
    weights: [...(options.weights ?? X[0].map(() => 0))],
    bias: options.bias ?? 0,
    losses: [] as number[],
  };
  run.losses.push(loss(X, y, run.weights, run.bias));
  while (run.losses.length <= steps) {
    const g = gradient(X, y, run.weights, run.bias);
    run.weights = run.weights.map((w, j) => w - learningRate * g.weights[j]);
    run.bias -= learningRate * g.bias;
    const size = run.losses.push(loss(X, y, run.weights, run.bias));
    const newest = run.losses[size - 1];
    if (!Number.isFinite(newest) || (run.losses[0] > 0 && newest > EXPLOSION * run.losses[0]))
      return { ...run, status: 'diverged' };
    if (Math.abs(newest - run.losses[size - 2]) < tolerance) return { ...run, status: 'converged' };
  }
  return { ...run, status: 'max-steps' };
};
