// Wrong twice: fit never passes l2 on, and rows wider than the weights are cut instead of refused.
const S = (z: number): number => {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
};

export function sigmoid(z: number): number {
  return S(z);
}

function value(x: number[], w: number[], b: number): number {
  if (x.length < w.length) throw new TypeError('row too short');
  return w.reduce((s, wj, j) => s + wj * x[j], b);
}

function okay(X: number[][], y: number[]): number {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('no match');
  y.forEach(v => {
    if (![0, 1].includes(v)) throw new RangeError('no label');
  });
  return X.length;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => S(value(x, weights, bias)));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): number {
  const n = okay(X, y);
  let J = 0;
  for (let i = 0; i < n; i++) {
    const z = value(X[i], weights, bias);
    J += Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - y[i] * z;
  }
  J /= n;
  return l2 ? J + (l2 / 2) * weights.reduce((s, w) => s + w * w, 0) : J;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2?: number) {
  const n = okay(X, y);
  const g = { weights: new Array<number>(weights.length).fill(0), bias: 0 };
  for (let i = 0; i < n; i++) {
    const d = (S(value(X[i], weights, bias)) - y[i]) / n;
    g.bias += d;
    for (let j = 0; j < weights.length; j++) g.weights[j] += d * X[i][j];
  }
  if (l2)
    weights.forEach((w, j) => {
      g.weights[j] += l2 * w;
    });
  return g;
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, weights: w0, bias: b0 = 0 } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learningRate');
  okay(X, y);
  let w = w0 ? w0.slice() : X[0].map(() => 0);
  let b = b0;
  const losses = [loss(X, y, w, b)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - learningRate * g.weights[j]);
    b -= learningRate * g.bias;
    losses.push(loss(X, y, w, b));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
