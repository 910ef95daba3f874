// Wrong: the cross-entropy is reported in bits (base-2 logarithm) while the slope is the one in nats.
const LN2 = Math.LN2;

const bits = (z: number): number => (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))) / LN2;

function scoreAll(X: number[][], w: number[], b: number): number[] {
  const result = [];
  for (const row of X) {
    if (row.length !== w.length) throw new TypeError('shape');
    let acc = b;
    for (let i = 0; i < w.length; i++) acc += row[i] * w[i];
    result.push(acc);
  }
  return result;
}

function validateTargets(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('shape');
  if (X.length !== y.length) throw new TypeError('shape');
  if (!y.every(v => v === 1 || v === 0)) throw new RangeError('target');
}

export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return scoreAll(X, weights, bias).map(z => sigmoid(z));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): number {
  validateTargets(X, y);
  const z = scoreAll(X, weights, bias);
  const h = z.reduce((s, v, i) => s + bits(y[i] === 1 ? -v : v), 0) / z.length;
  return h + (l2 / 2) * weights.reduce((s, w) => s + w * w, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
) {
  validateTargets(X, y);
  const n = X.length;
  const r = scoreAll(X, weights, bias).map((z, i) => sigmoid(z) - y[i]);
  const dw = weights.map((w, j) => {
    let s = 0;
    r.forEach((ri, i) => {
      s += ri * X[i][j];
    });
    return s / n + l2 * w;
  });
  return { weights: dw, bias: r.reduce((s, ri) => s + ri, 0) / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0, bias: start = 0 } = options;
  if (!(learningRate > 0) || learningRate === Number.POSITIVE_INFINITY)
    throw new RangeError('learningRate');
  validateTargets(X, y);
  let w = options.weights ? [...options.weights] : (new Array(X[0].length).fill(0) as number[]);
  let b = start;
  const losses = [loss(X, y, w, b, l2)];
  for (let n = 1; n <= steps; n++) {
    const g = gradient(X, y, w, b, l2);
    w = w.map((v, j) => v - learningRate * g.weights[j]);
    b = b - learningRate * g.bias;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold: number = 0.5,
): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
