// Wrong, twice: the penalty is divided by the number of rows, and fit returns the step of the lowest loss instead of the last one.
function affine(X: number[][], W: number[][], b: number[]): number[][] {
  const Z: number[][] = [];
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== W.length) throw new TypeError('a row does not fit the weights');
    const z: number[] = [];
    for (let k = 0; k < b.length; k++) {
      let s = b[k];
      for (let j = 0; j < W.length; j++) s += X[i][j] * W[j][k];
      z.push(s);
    }
    Z.push(z);
  }
  return Z;
}

function fitsBias(W: number[][], b: number[]): void {
  for (let j = 0; j < W.length; j++) {
    if (W[j].length !== b.length) throw new TypeError('a row of weights does not fit the bias');
  }
}

function labelled(X: number[][], y: number[], K: number): void {
  if (!X.length) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const c of y) if (!(c >= 0 && c < K && c % 1 === 0)) throw new RangeError('label');
}

export function logSumExp(logits: number[]): number {
  let max = -Infinity;
  let sum = 0;
  for (const z of logits) {
    if (z > max) {
      sum = sum * Math.exp(max - z) + 1;
      max = z;
    } else {
      sum += Math.exp(z - max);
    }
  }
  return max + Math.log(sum);
}

export function softmax(logits: number[]): number[] {
  const max = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const total = logits.reduce((s, z) => s + Math.exp(z - max), 0);
  return logits.map(z => Math.exp(z - max) / total);
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  fitsBias(weights, bias);
  return affine(X, weights, bias).map(z => softmax(z));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  fitsBias(weights, bias);
  labelled(X, y, bias.length);
  const Z = affine(X, weights, bias);
  let total = 0;
  for (let i = 0; i < Z.length; i++) total += logSumExp(Z[i]) - Z[i][y[i]];
  for (const row of weights) for (const w of row) total += (l2 * w * w) / 2;
  return total / X.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  fitsBias(weights, bias);
  labelled(X, y, bias.length);
  const P = affine(X, weights, bias).map(softmax);
  const n = X.length;
  const out = { weights: weights.map(row => row.map(w => (l2 * w) / n)), bias: bias.map(() => 0) };
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < bias.length; k++) {
      const r = (k === y[i] ? P[i][k] - 1 : P[i][k]) / n;
      out.bias[k] += r;
      for (let j = 0; j < weights.length; j++) out.weights[j][k] += r * X[i][j];
    }
  }
  return out;
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const { learningRate, classes, steps } = options;
  if (!X.length) throw new RangeError('empty');
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  let weights: number[][] = X[0].map(() => new Array(classes).fill(0));
  let bias: number[] = new Array(classes).fill(0);
  let best = { weights, bias };
  const losses = [loss(X, y, weights, bias, options.l2)];
  let lowest = losses[0];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias, options.l2);
    weights = weights.map((row, j) => row.map((w, k) => w - learningRate * g.weights[j][k]));
    bias = bias.map((b, k) => b - learningRate * g.bias[k]);
    const now = loss(X, y, weights, bias, options.l2);
    losses.push(now);
    if (now < lowest) {
      lowest = now;
      best = { weights, bias };
    }
  }
  return { ...best, losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  fitsBias(weights, bias);
  return affine(X, weights, bias).map(z => z.reduce((best, v, k) => (v > z[best] ? k : best), 0));
}
