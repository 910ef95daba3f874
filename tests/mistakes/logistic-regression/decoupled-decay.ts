// Wrong: fit shrinks the weights after the data step (AdamW style) instead of subtracting the rate times the whole slope.
export function sigmoid(z: number): number {
  if (z < 0) return Math.exp(z) / (1 + Math.exp(z));
  return 1 / (1 + Math.exp(-z));
}

function net(X: number[][], w: number[], b: number): number[] {
  const out = new Array<number>(X.length).fill(b);
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== w.length) throw new TypeError('X and w');
    for (let j = 0; j < w.length; j++) out[i] += X[i][j] * w[j];
  }
  return out;
}

function screen(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('X and y');
  for (const t of y) if (t !== 1 && t !== 0) throw new RangeError('y');
}

const norm2 = (w: number[]): number => {
  let s = 0;
  for (const v of w) s += v * v;
  return s;
};

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return net(X, weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  screen(X, y);
  const z = net(X, weights, bias);
  let ce = 0;
  for (let i = 0; i < z.length; i++)
    ce +=
      Math.log1p(Math.exp(-Math.abs(z[i]))) + (y[i] === 1 ? Math.max(-z[i], 0) : Math.max(z[i], 0));
  return ce / z.length + (l2 / 2) * norm2(weights);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  screen(X, y);
  const e = predictProba(X, weights, bias);
  for (let i = 0; i < e.length; i++) e[i] = (e[i] - y[i]) / e.length;
  const gw = weights.map(v => l2 * v);
  let gb = 0;
  for (let i = 0; i < e.length; i++) {
    gb += e[i];
    for (let j = 0; j < gw.length; j++) gw[j] += e[i] * X[i][j];
  }
  return { weights: gw, bias: gb };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate: lr, steps, l2 = 0 } = options;
  if (!(lr > 0) || !Number.isFinite(lr)) throw new RangeError('learningRate');
  screen(X, y);
  const w = options.weights ? options.weights.slice() : new Array<number>(X[0].length).fill(0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b, l2)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, w, b, 0);
    for (let j = 0; j < w.length; j++) {
      w[j] -= lr * g.weights[j];
      w[j] *= 1 - lr * l2;
    }
    b -= lr * g.bias;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
