// Wrong twice: a start bias is dropped where no weights are given, and labels beyond the last row go unread.
type Params = { weights: number[]; bias: number };

const softplus = (t: number) => (t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t)));

const logit = (x: number[], p: Params): number => {
  if (x.length !== p.weights.length) throw new TypeError('x and weights have different sizes');
  return x.reduce((s, v, j) => s + v * p.weights[j], p.bias);
};

const pair = (X: number[][], y: number[]): { x: number[]; label: number }[] => {
  if (X.length === 0) throw new RangeError('empty');
  return X.map((x, i) => {
    const label = y[i];
    if (label === undefined) throw new TypeError('label missing');
    if (label !== 0 && label !== 1) throw new RangeError('label must be 0 or 1');
    return { x, label };
  });
};

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export const predictProba = (X: number[][], weights: number[], bias: number): number[] =>
  X.map(x => sigmoid(logit(x, { weights, bias })));

export const loss = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): number => {
  const pairs = pair(X, y);
  const ce = pairs.reduce(
    (s, { x, label }) => s + softplus((1 - 2 * label) * logit(x, { weights, bias })),
    0,
  );
  return ce / pairs.length + 0.5 * l2 * weights.reduce((s, w) => s + w * w, 0);
};

export const gradient = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): Params => {
  const pairs = pair(X, y);
  const errors = pairs.map(({ x, label }) => sigmoid(logit(x, { weights, bias })) - label);
  const n = pairs.length;
  return {
    weights: weights.map(
      (w, j) => pairs.reduce((s, { x }, i) => s + errors[i] * x[j], 0) / n + l2 * w,
    ),
    bias: errors.reduce((s, e) => s + e, 0) / n,
  };
};

export const fit = (
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): Params & { losses: number[] } => {
  const { learningRate: lr, steps, l2 = 0 } = options;
  if (!(lr > 0 && lr < Infinity)) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('empty');
  let params: Params = options.weights
    ? { weights: [...options.weights], bias: options.bias ?? 0 }
    : { weights: X[0].map(() => 0), bias: 0 };
  const losses = [loss(X, y, params.weights, params.bias, l2)];
  for (let i = 0; i < steps; i++) {
    const g = gradient(X, y, params.weights, params.bias, l2);
    params = {
      weights: params.weights.map((w, j) => w - lr * g.weights[j]),
      bias: params.bias - lr * g.bias,
    };
    losses.push(loss(X, y, params.weights, params.bias, l2));
  }
  return { ...params, losses };
};

export const predict = (
  X: number[][],
  weights: number[],
  bias: number,
  threshold = 0.5,
): number[] => predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
