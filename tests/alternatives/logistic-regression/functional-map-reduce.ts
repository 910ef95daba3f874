// Written by a functional programmer: only const arrows, map and reduce, no assignment anywhere.
type Params = { weights: number[]; bias: number };
type Options = {
  learningRate: number;
  steps: number;
  l2?: number;
  weights?: number[];
  bias?: number;
};

const sum = (xs: number[]): number => xs.reduce((a, b) => a + b, 0);
const mean = (xs: number[]): number => sum(xs) / xs.length;
const dot = (a: number[], b: number[]): number => sum(a.map((v, k) => v * b[k]));
const must = (
  ok: boolean,
  Kind: RangeErrorConstructor | TypeErrorConstructor,
  why: string,
): void => {
  if (!ok) throw new Kind(why);
};

const logits = (X: number[][], weights: number[], bias: number): number[] => {
  must(
    X.every(r => r.length === weights.length),
    TypeError,
    'every row needs one value per weight',
  );
  return X.map(r => dot(r, weights) + bias);
};
const needLabels = (X: number[][], y: number[]): void => {
  must(X.length > 0, RangeError, 'no examples');
  must(X.length === y.length, TypeError, 'one label per example');
  must(
    y.every(v => v === 0 || v === 1),
    RangeError,
    'labels are 0 or 1',
  );
};

const softplus = (z: number): number =>
  z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export const predictProba = (X: number[][], weights: number[], bias: number): number[] =>
  logits(X, weights, bias).map(sigmoid);

export const loss = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): number => {
  needLabels(X, y);
  const costs = logits(X, weights, bias).map((z, i) => (y[i] === 1 ? softplus(-z) : softplus(z)));
  return mean(costs) + 0.5 * l2 * dot(weights, weights);
};

export const gradient = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): Params => {
  needLabels(X, y);
  const errors = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  return {
    weights: weights.map((w, j) => mean(errors.map((e, i) => e * X[i][j])) + l2 * w),
    bias: mean(errors),
  };
};

export const fit = (
  X: number[][],
  y: number[],
  options: Options,
): Params & { losses: number[] } => {
  const { learningRate, steps, l2 = 0, bias = 0 } = options;
  must(
    Number.isFinite(learningRate) && learningRate > 0,
    RangeError,
    'learning rate must be positive',
  );
  needLabels(X, y);
  const start = { weights: [...(options.weights ?? X[0].map(() => 0))], bias };
  const value = (p: Params): number => loss(X, y, p.weights, p.bias, l2);
  const move = (p: Params): Params => {
    const g = gradient(X, y, p.weights, p.bias, l2);
    return {
      weights: p.weights.map((w, j) => w - learningRate * g.weights[j]),
      bias: p.bias - learningRate * g.bias,
    };
  };
  return Array.from({ length: steps }).reduce<Params & { losses: number[] }>(
    state => {
      const next = move(state);
      return { ...next, losses: state.losses.concat(value(next)) };
    },
    { ...start, losses: [value(start)] },
  );
};

export const predict = (
  X: number[][],
  weights: number[],
  bias: number,
  threshold = 0.5,
): number[] => predictProba(X, weights, bias).map(p => Number(p >= threshold));
