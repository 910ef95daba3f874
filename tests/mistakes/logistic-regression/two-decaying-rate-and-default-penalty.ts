// Wrong twice: the learning rate shrinks as 1 / (1 + 0.01 t), and l2 is 0.01 where it is left out.
const DEFAULTS = { l2: 0.01, decay: 0.01, threshold: 0.5 };

function times(X: number[][], w: number[]): number[] {
  return X.map(x => {
    if (x.length !== w.length) throw new TypeError('X times w');
    return x.reduce((s, v, k) => s + v * w[k], 0);
  });
}

function timesT(X: number[][], v: number[], d: number): number[] {
  const out = new Array<number>(d).fill(0);
  X.forEach((x, i) => {
    x.forEach((a, k) => {
      out[k] += a * v[i];
    });
  });
  return out;
}

function labels(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('y');
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return times(X, weights).map(s => sigmoid(s + bias));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = DEFAULTS.l2,
): number {
  labels(X, y);
  const total = times(X, weights).reduce((acc, s, i) => {
    const z = s + bias;
    return acc + Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
  }, 0);
  return total / X.length + (l2 / 2) * weights.reduce((acc, w) => acc + w * w, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = DEFAULTS.l2,
) {
  labels(X, y);
  const r = predictProba(X, weights, bias).map((p, i) => (p - y[i]) / X.length);
  const g = timesT(X, r, weights.length);
  return { weights: g.map((v, k) => v + l2 * weights[k]), bias: r.reduce((s, v) => s + v, 0) };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = DEFAULTS.l2 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  labels(X, y);
  let weights = options.weights ? options.weights.concat([]) : X[0].map(() => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let t = 0; t < steps; t++) {
    const rate = learningRate / (1 + DEFAULTS.decay * t);
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, k) => w - rate * g.weights[k]);
    bias -= rate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold = DEFAULTS.threshold,
): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
