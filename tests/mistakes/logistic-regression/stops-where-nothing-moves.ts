// Wrong: fit ends as soon as an update changes nothing, with too few losses.
function affine(row: number[], weights: number[], bias: number): number {
  let out = bias;
  row.forEach((v, j) => {
    out += v * weights[j];
  });
  return out;
}

function crossEntropy(z: number, label: number): number {
  const m = label ? z : -z;
  return m >= 0 ? Math.log1p(Math.exp(-m)) : -m + Math.log1p(Math.exp(m));
}

function validate(X: number[][], weights: number[], y?: number[]): void {
  if (y) {
    if (X.length === 0) throw new RangeError('Need at least one example');
    if (X.length !== y.length) throw new TypeError('X and y must have the same length');
    if (!y.every(v => v === 0 || v === 1)) throw new RangeError('Labels must be 0 or 1');
  }
  if (X.some(row => row.length !== weights.length))
    throw new TypeError('Row width must equal number of weights');
}

export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  validate(X, weights);
  return X.map(row => sigmoid(affine(row, weights, bias)));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): number {
  validate(X, weights, y);
  let sum = 0;
  X.forEach((row, i) => {
    sum += crossEntropy(affine(row, weights, bias), y[i]);
  });
  return sum / X.length + (l2 / 2) * weights.reduce((s, w) => s + w * w, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
) {
  validate(X, weights, y);
  const dw = weights.map(() => 0);
  let db = 0;
  X.forEach((row, i) => {
    const err = sigmoid(affine(row, weights, bias)) - y[i];
    row.forEach((v, j) => {
      dw[j] += err * v;
    });
    db += err;
  });
  return { weights: dw.map((g, j) => g / X.length + l2 * weights[j]), bias: db / X.length };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0, bias: bias0 = 0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate))
    throw new RangeError('Bad learning rate');
  if (X.length === 0) throw new RangeError('Need at least one example');
  let weights = (options.weights ?? X[0].map(() => 0)).slice();
  let bias = bias0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let step = 0; step < steps; step++) {
    const g = gradient(X, y, weights, bias, l2);
    const nextWeights = weights.map((w, j) => w - learningRate * g.weights[j]);
    const nextBias = bias - learningRate * g.bias;
    // converged: nothing moves any more
    if (nextBias === bias && nextWeights.every((w, j) => w === weights[j])) break;
    weights = nextWeights;
    bias = nextBias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold: number = 0.5,
): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
