// Wrong: gradient refuses too few labels, and leaves too many unread.
function checkShape(X: number[][], weights: number[]): void {
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError('rows differ in width');
    if (X[i].length !== weights.length) throw new TypeError('weights and rows differ in width');
  }
}

function checkLabels(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels and rows differ in number');
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError('label must be 0 or 1');
  }
}

function logit(row: number[], weights: number[], bias: number): number {
  let z = bias;
  for (let j = 0; j < row.length; j++) z += row[j] * weights[j];
  return z;
}

export function sigmoid(z: number): number {
  if (z >= 0) {
    return 1 / (1 + Math.exp(-z));
  }
  const e = Math.exp(z);
  return e / (1 + e);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  checkShape(X, weights);
  const out: number[] = [];
  for (let i = 0; i < X.length; i++) out.push(sigmoid(logit(X[i], weights, bias)));
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  checkLabels(X, y);
  checkShape(X, weights);
  let total = 0;
  for (let i = 0; i < X.length; i++) {
    const z = logit(X[i], weights, bias);
    total += Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
  }
  let squares = 0;
  for (let j = 0; j < weights.length; j++) squares += weights[j] * weights[j];
  return total / X.length + (l2 / 2) * squares;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  checkLabels(X, y.slice(0, X.length));
  checkShape(X, weights);
  const n = X.length;
  const gw: number[] = [];
  for (let j = 0; j < weights.length; j++) gw.push(0);
  let gb = 0;
  for (let i = 0; i < n; i++) {
    const err = sigmoid(logit(X[i], weights, bias)) - y[i];
    for (let j = 0; j < gw.length; j++) gw[j] += err * X[i][j];
    gb += err;
  }
  for (let j = 0; j < gw.length; j++) gw[j] = gw[j] / n + l2 * weights[j];
  return { weights: gw, bias: gb / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const lr = options.learningRate;
  if (!(lr > 0) || !Number.isFinite(lr)) throw new RangeError('learning rate');
  checkLabels(X, y);
  const w: number[] = [];
  if (options.weights !== undefined) {
    for (let j = 0; j < options.weights.length; j++) w.push(options.weights[j]);
  } else {
    for (let j = 0; j < X[0].length; j++) w.push(0);
  }
  let b = options.bias === undefined ? 0 : options.bias;
  const l2 = options.l2 === undefined ? 0 : options.l2;
  const losses = [loss(X, y, w, b, l2)];
  for (let s = 0; s < options.steps; s++) {
    const g = gradient(X, y, w, b, l2);
    for (let j = 0; j < w.length; j++) w[j] -= lr * g.weights[j];
    b -= lr * g.bias;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  const p = predictProba(X, weights, bias);
  for (let i = 0; i < p.length; i++) p[i] = p[i] >= threshold ? 1 : 0;
  return p;
}
