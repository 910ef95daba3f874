// The bias is moved by a slope that is taken once the weights have moved.
function shift(z: number[]) {
  return z.map(v => v - Math.max(...z));
}
export function logSumExp(z: number[]) {
  return Math.log(shift(z).reduce((s, v) => s + Math.exp(v), 0)) + Math.max(...z);
}
export function softmax(z: number[]) {
  const e = shift(z).map(v => Math.exp(v));
  const s = e.reduce((a, v) => a + v, 0);
  return e.map(v => v / s);
}
function line(x: number[], W: number[][], b: number[]) {
  if (x.length !== W.length) throw new TypeError('x');
  if (W.some(r => r.length !== b.length)) throw new TypeError('W');
  return b.map((_, k) => b[k] + W.map((r, j) => r[k] * x[j]).reduce((s, v) => s + v, 0));
}
function valid(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('X');
  if (y.length !== X.length) throw new TypeError('y');
  for (let i = 0; i < y.length; i++) {
    if (y[i] < 0 || y[i] >= K || !Number.isInteger(y[i])) throw new RangeError(`y[${i}]`);
  }
}
export function predictProba(X: number[][], W: number[][], b: number[]) {
  return X.map(x => softmax(line(x, W, b)));
}
export function predict(X: number[][], W: number[][], b: number[]) {
  return X.map(x => {
    const z = line(x, W, b);
    return z.indexOf(Math.max(...z));
  });
}
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  valid(X, y, b.length);
  let ce = 0;
  for (let i = 0; i < X.length; i++) {
    const z = line(X[i], W, b);
    ce += (logSumExp(z) - z[y[i]]) / X.length;
  }
  for (const r of W) for (const w of r) ce += 0.5 * l2 * w * w;
  return ce;
}
function errors(X: number[][], y: number[], W: number[][], b: number[]) {
  return predictProba(X, W, b).map((p, i) => p.map((v, k) => (k === y[i] ? v - 1 : v) / X.length));
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  valid(X, y, b.length);
  const E = errors(X, y, W, b);
  return {
    weights: W.map((r, j) => r.map((w, k) => E.reduce((s, e, i) => s + e[k] * X[i][j], l2 * w))),
    bias: b.map((_, k) => E.reduce((s, e) => s + e[k], 0)),
  };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  const lr = o.learningRate;
  if (!(lr > 0) || lr === Infinity) throw new RangeError('learningRate');
  valid(X, y, o.classes);
  let W = X[0].map(() => Array.from({ length: o.classes }, () => 0));
  let b = Array.from({ length: o.classes }, () => 0);
  const losses = [loss(X, y, W, b, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const dW = gradient(X, y, W, b, o.l2).weights;
    W = W.map((r, j) => r.map((w, k) => w - lr * dW[j][k]));
    const db = gradient(X, y, W, b, o.l2).bias;
    b = b.map((v, k) => v - lr * db[k]);
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
}
