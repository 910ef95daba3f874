// Index loops; probabilities by dividing shifted exponentials.
export function logSumExp(z: number[]): number {
  let top = z[0];
  for (let k = 1; k < z.length; k++) if (z[k] > top) top = z[k];
  let sum = 0;
  for (let k = 0; k < z.length; k++) sum += Math.exp(z[k] - top);
  return top + Math.log(sum);
}

export function softmax(z: number[]): number[] {
  let top = -Infinity;
  for (const value of z) if (value > top) top = value;
  const out: number[] = [];
  let sum = 0;
  for (let k = 0; k < z.length; k++) {
    out[k] = Math.exp(z[k] - top);
    sum += out[k];
  }
  for (let k = 0; k < z.length; k++) out[k] /= sum;
  return out;
}

function logitsOf(x: number[], weights: number[][], bias: number[]): number[] {
  const z: number[] = [];
  for (let k = 0; k < bias.length; k++) {
    z[k] = bias[k];
    for (let j = 0; j < x.length; j++) z[k] += x[j] * weights[j][k];
  }
  return z;
}

function shapes(X: number[][], weights: number[][], bias: number[]) {
  for (const row of weights) if (row.length !== bias.length) throw new TypeError('classes');
  for (const row of X) if (row.length !== weights.length) throw new TypeError('features');
}

function labels(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const label of y) {
    if (label % 1 !== 0 || label < 0 || label > K - 1) throw new RangeError(`label ${label}`);
  }
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  shapes(X, weights, bias);
  const out: number[][] = [];
  for (let i = 0; i < X.length; i++) out.push(softmax(logitsOf(X[i], weights, bias)));
  return out;
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  shapes(X, weights, bias);
  const out: number[] = [];
  for (const x of X) {
    const z = logitsOf(x, weights, bias);
    let best = 0;
    for (let k = 1; k < z.length; k++) if (z[k] > z[best]) best = k;
    out.push(best);
  }
  return out;
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  shapes(X, weights, bias);
  labels(X, y, bias.length);
  let total = 0;
  for (let i = 0; i < X.length; i++) {
    const z = logitsOf(X[i], weights, bias);
    total += logSumExp(z) - z[y[i]];
  }
  let penalty = 0;
  for (const row of weights) for (const w of row) penalty += w * w;
  return total / X.length + (l2 * penalty) / 2;
}

export function gradient(X: number[][], y: number[], weights: number[][], bias: number[], l2 = 0) {
  shapes(X, weights, bias);
  labels(X, y, bias.length);
  const dW = weights.map(row => row.map(w => l2 * w));
  const db = bias.map(() => 0);
  for (let i = 0; i < X.length; i++) {
    const p = softmax(logitsOf(X[i], weights, bias));
    p[y[i]] -= 1;
    for (let k = 0; k < p.length; k++) {
      db[k] += p[k] / X.length;
      for (let j = 0; j < weights.length; j++) dW[j][k] += (p[k] * X[i][j]) / X.length;
    }
  }
  return { weights: dW, bias: db };
}

export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0) || o.learningRate === Infinity) throw new RangeError('learning rate');
  labels(X, y, o.classes);
  const weights = X[0].map(() => new Array<number>(o.classes).fill(0));
  const bias = new Array<number>(o.classes).fill(0);
  const losses = [loss(X, y, weights, bias, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, weights, bias, o.l2);
    for (let k = 0; k < o.classes; k++) {
      bias[k] -= o.learningRate * g.bias[k];
      for (let j = 0; j < weights.length; j++) weights[j][k] -= o.learningRate * g.weights[j][k];
    }
    losses.push(loss(X, y, weights, bias, o.l2));
  }
  return { weights, bias, losses };
}
