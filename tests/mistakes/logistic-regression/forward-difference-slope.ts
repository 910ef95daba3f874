// Wrong: the slope is a forward difference of the loss with h = 1e-3, right to about three digits only.
const H = 1e-3;

export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

function validate(X: number[][], w: number[]): void {
  X.forEach((x, i) => {
    if (x.length !== w.length) throw new TypeError(`row ${i} has width ${x.length}`);
  });
}

function z(x: number[], w: number[], b: number): number {
  return x.reduce((acc, v, k) => acc + v * w[k], b);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  validate(X, weights);
  return X.map(x => sigmoid(z(x, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels');
  if (y.some(t => t !== 0 && t !== 1)) throw new RangeError('labels');
  validate(X, weights);
  let s = 0;
  X.forEach((x, i) => {
    const v = y[i] ? -z(x, weights, bias) : z(x, weights, bias);
    s += Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
  });
  return s / X.length + (l2 / 2) * weights.reduce((a, w) => a + w * w, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  const here = loss(X, y, weights, bias, l2);
  const nudged = (k: number) => weights.map((w, j) => (j === k ? w + H : w));
  return {
    weights: weights.map((_, k) => (loss(X, y, nudged(k), bias, l2) - here) / H),
    bias: (loss(X, y, weights, bias + H, l2) - here) / H,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const lr = options.learningRate;
  if (!Number.isFinite(lr) || lr <= 0) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('no rows');
  let w = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b, options.l2)];
  for (let i = 0; i < options.steps; i++) {
    const g = gradient(X, y, w, b, options.l2);
    w = w.map((v, j) => v - lr * g.weights[j]);
    b -= lr * g.bias;
    losses.push(loss(X, y, w, b, options.l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
