// Wrong: predict compares the logit with ln(t / (1 - t)), so threshold 1 wants an infinite logit though sigmoid(800) is 1.
export const sigmoid = (z: number): number =>
  z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));

const logitOf =
  (w: number[], b: number) =>
  (x: number[]): number => {
    if (x.length !== w.length) throw new TypeError('mismatch between row and weights');
    return w.reduce((s, wi, i) => s + wi * x[i], b);
  };

const vet = (X: number[][], y: number[]): number => {
  if (X.length === 0) throw new RangeError('need rows');
  if (y.length !== X.length) throw new TypeError('need one label per row');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('need 0/1 labels');
  return X.length;
};

export const predictProba = (X: number[][], weights: number[], bias: number): number[] =>
  X.map(logitOf(weights, bias)).map(sigmoid);

export const loss = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): number => {
  const n = vet(X, y);
  const f = logitOf(weights, bias);
  let ce = 0;
  for (let i = 0; i < n; i++) {
    const z = f(X[i]);
    ce += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return ce / n + (l2 / 2) * weights.reduce((s, w) => s + w * w, 0);
};

export const gradient = (X: number[][], y: number[], weights: number[], bias: number, l2 = 0) => {
  const n = vet(X, y);
  const f = logitOf(weights, bias);
  const e = X.map((x, i) => (sigmoid(f(x)) - y[i]) / n);
  return {
    weights: weights.map((w, j) => l2 * w + e.reduce((s, v, i) => s + v * X[i][j], 0)),
    bias: e.reduce((s, v) => s + v, 0),
  };
};

export const fit = (
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) => {
  const { learningRate, steps, l2 = 0, bias: b0 = 0 } = options;
  if (!(Number.isFinite(learningRate) && learningRate > 0)) throw new RangeError('learningRate');
  vet(X, y);
  let w = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let b = b0;
  const losses = [loss(X, y, w, b, l2)];
  for (const _ of Array(Math.max(0, steps)).keys()) {
    const g = gradient(X, y, w, b, l2);
    w = w.map((v, j) => v - learningRate * g.weights[j]);
    b -= learningRate * g.bias;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
};

export const predict = (
  X: number[][],
  weights: number[],
  bias: number,
  threshold = 0.5,
): number[] => {
  const cut = Math.log(threshold / (1 - threshold));
  return X.map(logitOf(weights, bias)).map(z => (z >= cut ? 1 : 0));
};
