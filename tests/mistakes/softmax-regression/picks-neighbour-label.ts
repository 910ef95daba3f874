// Takes labels for numbers from 1 to K inside the loss and the gradient.
export function logSumExp(z: number[]): number {
  let top = -Infinity;
  for (const v of z) top = v > top ? v : top;
  let total = 0;
  for (const v of z) total += Math.exp(v - top);
  return top + Math.log(total);
}
export function softmax(z: number[]): number[] {
  const l = logSumExp(z);
  const p: number[] = [];
  for (const v of z) p.push(Math.exp(v - l));
  return p;
}
function logit(x: number[], W: number[][], b: number[], k: number): number {
  let z = b[k];
  for (let j = 0; j < W.length; j++) z += W[j][k] * x[j];
  return z;
}
function shapes(X: number[][], W: number[][], b: number[]): void {
  for (let j = 0; j < W.length; j++)
    if (W[j].length !== b.length) throw new TypeError(`weights[${j}]`);
  for (let i = 0; i < X.length; i++) if (X[i].length !== W.length) throw new TypeError(`X[${i}]`);
}
function targets(X: number[][], y: number[], K: number): void {
  if (X.length < 1) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const c of y) if (c < 0 || c > K - 1 || c % 1) throw new RangeError(`label ${c}`);
}
export function predictProba(X: number[][], W: number[][], b: number[]): number[][] {
  shapes(X, W, b);
  return X.map(x => softmax(b.map((_, k) => logit(x, W, b, k))));
}
export function predict(X: number[][], W: number[][], b: number[]): number[] {
  shapes(X, W, b);
  return X.map(x => {
    let [label, top] = [0, -Infinity];
    for (let k = 0; k < b.length; k++) {
      const z = logit(x, W, b, k);
      if (z > top) [label, top] = [k, z];
    }
    return label;
  });
}
const before = (c: number, K: number) => (c + K - 1) % K;
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0): number {
  shapes(X, W, b);
  targets(X, y, b.length);
  let sum = 0;
  for (let i = 0; i < X.length; i++) {
    const z = b.map((_, k) => logit(X[i], W, b, k));
    sum += logSumExp(z) - z[before(y[i], b.length)];
  }
  let squares = 0;
  for (const row of W) for (const w of row) squares += w * w;
  return sum / X.length + (l2 * squares) / 2;
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  targets(X, y, b.length);
  const P = predictProba(X, W, b);
  const weights = W.map(row => row.map(w => w * l2));
  const bias = b.map(() => 0);
  for (let i = 0; i < X.length; i++) {
    for (let k = 0; k < b.length; k++) {
      const e = (P[i][k] - (k === before(y[i], b.length) ? 1 : 0)) / X.length;
      bias[k] += e;
      for (let j = 0; j < W.length; j++) weights[j][k] += e * X[i][j];
    }
  }
  return { weights, bias };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  const { classes, learningRate, steps, l2 = 0 } = o;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learning rate');
  targets(X, y, classes);
  const W = X[0].map(() => new Array<number>(classes).fill(0));
  const b = new Array<number>(classes).fill(0);
  const losses = [loss(X, y, W, b, l2)];
  for (let t = 0; t < steps; t++) {
    const g = gradient(X, y, W, b, l2);
    for (let k = 0; k < classes; k++) {
      b[k] -= learningRate * g.bias[k];
      for (let j = 0; j < W.length; j++) W[j][k] -= learningRate * g.weights[j][k];
    }
    losses.push(loss(X, y, W, b, l2));
  }
  return { weights: W, bias: b, losses };
}
