// Written by a functional programmer: small pure arrows, nothing changed except the walk itself, errors taken as target minus prediction.
type Params = { readonly weights: number[]; readonly bias: number };
type Status = 'max-steps' | 'converged' | 'diverged';

const add = (a: number, b: number): number => a + b;
const total = (v: number[]): number => v.reduce(add, 0);
const dot = (u: readonly number[], v: readonly number[]): number =>
  total(u.map((a, k) => a * v[k]));
const fail = (kind: 'type' | 'range', text: string): never => {
  throw kind === 'type' ? new TypeError(text) : new RangeError(text);
};
const sameWidth = (X: number[][], d: number): boolean => X.every(row => row.length === d);

export const predict = (X: number[][], weights: number[], bias: number): number[] =>
  sameWidth(X, weights.length)
    ? X.map(row => dot(row, weights) + bias)
    : fail('type', 'rows and weights differ in width');

const shortfalls = (X: number[][], y: number[], { weights, bias }: Params): number[] => {
  if (X.length !== y.length) fail('type', 'rows and targets differ in number');
  if (!X.length) fail('range', 'needs at least one row');
  const guesses = predict(X, weights, bias);
  return y.map((t, i) => t - guesses[i]);
};

export const loss = (X: number[][], y: number[], weights: number[], bias: number): number => {
  const r = shortfalls(X, y, { weights, bias });
  return dot(r, r) / r.length;
};

export const gradient = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } => {
  const r = shortfalls(X, y, { weights, bias });
  const scale = -2 / r.length;
  return {
    weights: weights.map(
      (_, j) =>
        scale *
        dot(
          r,
          X.map(row => row[j]),
        ),
    ),
    bias: scale * total(r),
  };
};

const verdict = (first: number, before: number, now: number, tolerance: number): Status | null =>
  !Number.isFinite(now) || now > 1e6 * (first + 1)
    ? 'diverged'
    : Math.abs(before - now) < tolerance
      ? 'converged'
      : null;

export const gradientDescent = (
  X: number[][],
  y: number[],
  {
    learningRate,
    steps,
    weights,
    bias = 0,
    tolerance = 0,
  }: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): { weights: number[]; bias: number; losses: number[]; status: Status } => {
  if (X.length !== y.length) fail('type', 'rows and targets differ in number');
  if (!X.length) fail('range', 'needs at least one row');
  if (!(Number.isFinite(learningRate) && learningRate > 0)) fail('range', 'bad learning rate');
  const start: Params = { weights: weights ? [...weights] : X[0].map(() => 0), bias };
  const step = (at: Params): Params => {
    const g = gradient(X, y, at.weights, at.bias);
    return {
      weights: at.weights.map((w, j) => w - learningRate * g.weights[j]),
      bias: at.bias - learningRate * g.bias,
    };
  };
  let here = start;
  const trail = [loss(X, y, start.weights, start.bias)];
  let status: Status | null = null;
  while (status === null && trail.length <= steps) {
    here = step(here);
    const now = loss(X, y, here.weights, here.bias);
    status = verdict(trail[0], trail[trail.length - 1], now, tolerance);
    trail.push(now);
  }
  return { weights: here.weights, bias: here.bias, losses: trail, status: status ?? 'max-steps' };
};
