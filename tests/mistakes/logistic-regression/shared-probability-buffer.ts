// Wrong: predictProba fills one array kept at module level and returns it, so a second call of equal size overwrites the first answer.
const pool = new Map<number, number[]>();

function borrow(n: number): number[] {
  let a = pool.get(n);
  if (!a) {
    a = new Array<number>(n).fill(0);
    pool.set(n, a);
  }
  return a;
}

export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}

function logitInto(out: number[], X: number[][], w: number[], b: number): number[] {
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== w.length) throw new TypeError(`width of row ${i}`);
    let z = b;
    for (let j = 0; j < w.length; j++) z += X[i][j] * w[j];
    out[i] = z;
  }
  return out;
}

function checkedCount(X: number[][], y: number[]): number {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('label count');
  for (const t of y) if (t !== 0 && t !== 1) throw new RangeError('label');
  return X.length;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  const out = logitInto(borrow(X.length), X, weights, bias);
  for (let i = 0; i < out.length; i++) out[i] = sigmoid(out[i]);
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  const n = checkedCount(X, y);
  const z = logitInto([], X, weights, bias);
  let J = 0;
  for (let i = 0; i < n; i++)
    J += Math.max(z[i], 0) - y[i] * z[i] + Math.log1p(Math.exp(-Math.abs(z[i])));
  let q = 0;
  for (let j = 0; j < weights.length; j++) q += weights[j] ** 2;
  return J / n + (l2 * q) / 2;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  const n = checkedCount(X, y);
  const p = logitInto([], X, weights, bias).map(sigmoid);
  const gw = new Array<number>(weights.length);
  for (let j = 0; j < gw.length; j++) {
    let s = 0;
    for (let i = 0; i < n; i++) s += (p[i] - y[i]) * X[i][j];
    gw[j] = s / n + l2 * weights[j];
  }
  let gb = 0;
  for (let i = 0; i < n; i++) gb += p[i] - y[i];
  return { weights: gw, bias: gb / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  checkedCount(X, y);
  const weights = options.weights
    ? options.weights.slice()
    : new Array<number>(X[0].length).fill(0);
  let bias = options.bias ?? 0;
  const losses: number[] = [];
  losses.push(loss(X, y, weights, bias, l2));
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias, l2);
    for (let j = 0; j < weights.length; j++) weights[j] -= learningRate * g.weights[j];
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return logitInto([], X, weights, bias).map(z => (sigmoid(z) >= threshold ? 1 : 0));
}
