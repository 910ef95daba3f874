// Wrong twice: bad labels raise TypeError where RangeError is asked for, and the loop makes one update too many (<=).
type Pair = { x: number[]; t: number };

function zip(X: number[][], y: number[]): Pair[] {
  if (X.length === 0) throw new RangeError('zip: nothing');
  if (X.length !== y.length) throw new TypeError('zip: lengths');
  return X.map((x, i) => {
    if (y[i] !== 0 && y[i] !== 1) throw new TypeError('zip: label');
    return { x, t: y[i] };
  });
}

function activation(x: number[], w: number[], b: number): number {
  if (x.length !== w.length) throw new TypeError('activation: width');
  let a = 0;
  for (let j = x.length - 1; j >= 0; j--) a += x[j] * w[j];
  return a + b;
}

export function sigmoid(z: number): number {
  return 0.5 * (1 + Math.tanh(0.5 * z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => sigmoid(activation(x, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  const pairs = zip(X, y);
  const ce = pairs.map(({ x, t }) => {
    const a = activation(x, weights, bias);
    return Math.log1p(Math.exp(-Math.abs(a))) + (t === 1 ? Math.max(0, -a) : Math.max(0, a));
  });
  return (
    ce.reduce((p, q) => p + q, 0) / pairs.length + weights.reduce((p, w) => p + 0.5 * l2 * w * w, 0)
  );
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  const pairs = zip(X, y);
  let gw = weights.map(() => 0);
  let gb = 0;
  for (const { x, t } of pairs) {
    const e = sigmoid(activation(x, weights, bias)) - t;
    gw = gw.map((g, j) => g + e * x[j]);
    gb += e;
  }
  return { weights: gw.map((g, j) => g / pairs.length + l2 * weights[j]), bias: gb / pairs.length };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || !(learningRate > 0)) throw new RangeError('learningRate');
  zip(X, y);
  let weights = [...(options.weights ?? X[0].map(() => 0))];
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let step = 0; step <= steps; step++) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
