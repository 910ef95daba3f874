// Right: plain loops, everything from logits shifted by their maximum, with the loss as (max - own logit) + ln(sum).
function top(z: number[]): number {
  let m = z[0];
  for (let k = 1; k < z.length; k++) if (z[k] > m) m = z[k];
  return m;
}

export function logSumExp(logits: number[]): number {
  const m = top(logits);
  let sum = 0;
  for (const z of logits) sum += Math.exp(z - m);
  return m + Math.log(sum);
}

export function softmax(logits: number[]): number[] {
  const m = top(logits);
  const out: number[] = [];
  let sum = 0;
  for (const z of logits) {
    const e = Math.exp(z - m);
    out.push(e);
    sum += e;
  }
  for (let k = 0; k < out.length; k++) out[k] /= sum;
  return out;
}

function checkShapes(X: number[][], weights: number[][], bias: number[]): void {
  for (const row of weights) {
    if (row.length !== bias.length) throw new TypeError('weights and bias differ in classes');
  }
  for (const row of X) {
    if (row.length !== weights.length) throw new TypeError('X and weights differ in features');
  }
}

function checkLabels(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels and rows differ in number');
  for (const label of y) {
    if (!Number.isInteger(label) || label < 0 || label >= K) throw new RangeError('bad label');
  }
}

function logitsOf(row: number[], weights: number[][], bias: number[]): number[] {
  const z = bias.slice();
  for (let j = 0; j < row.length; j++) {
    for (let k = 0; k < z.length; k++) z[k] += row[j] * weights[j][k];
  }
  return z;
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  checkShapes(X, weights, bias);
  return X.map(row => softmax(logitsOf(row, weights, bias)));
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  checkShapes(X, weights, bias);
  return X.map(row => {
    const z = logitsOf(row, weights, bias);
    return z.indexOf(top(z));
  });
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  checkShapes(X, weights, bias);
  checkLabels(X, y, bias.length);
  let total = 0;
  for (let i = 0; i < X.length; i++) {
    const z = logitsOf(X[i], weights, bias);
    const m = top(z);
    let sum = 0;
    for (const v of z) sum += Math.exp(v - m);
    total += m - z[y[i]] + Math.log(sum);
  }
  let squares = 0;
  for (const row of weights) for (const w of row) squares += w * w;
  return total / X.length + (l2 / 2) * squares;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  checkShapes(X, weights, bias);
  checkLabels(X, y, bias.length);
  const n = X.length;
  const gw = weights.map(row => row.map(w => l2 * w));
  const gb = bias.map(() => 0);
  for (let i = 0; i < n; i++) {
    const p = softmax(logitsOf(X[i], weights, bias));
    p[y[i]] -= 1;
    for (let k = 0; k < p.length; k++) {
      gb[k] += p[k] / n;
      for (let j = 0; j < gw.length; j++) gw[j][k] += (p[k] * X[i][j]) / n;
    }
  }
  return { weights: gw, bias: gb };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const { classes, learningRate, steps, l2 = 0 } = options;
  if (X.length === 0) throw new RangeError('no rows');
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  const weights = X[0].map(() => new Array<number>(classes).fill(0));
  const bias = new Array<number>(classes).fill(0);
  const losses = [loss(X, y, weights, bias, l2)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias, l2);
    for (let k = 0; k < classes; k++) {
      bias[k] -= learningRate * g.bias[k];
      for (let j = 0; j < weights.length; j++) weights[j][k] -= learningRate * g.weights[j][k];
    }
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}
