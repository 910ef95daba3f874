// One sigmoid for each class instead of a softmax.
class Net {
  constructor(
    readonly W: number[][],
    readonly b: number[],
  ) {
    for (const row of W) if (row.length !== b.length) throw new TypeError('classes');
  }
  z(x: number[]) {
    if (x.length !== this.W.length) throw new TypeError('features');
    const out = [...this.b];
    x.forEach((v, j) => {
      this.W[j].forEach((w, k) => {
        out[k] += v * w;
      });
    });
    return out;
  }
}
export function logSumExp(z: number[]) {
  const top = z.reduce((a, b) => Math.max(a, b));
  return top + Math.log(z.reduce((s, v) => s + Math.exp(v - top), 0));
}
export function softmax(z: number[]) {
  return z.map(v => (v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v))));
}
function need(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('n');
  if (y.length !== X.length) throw new TypeError('y');
  for (const c of y) if (!(c >= 0 && c < K && Number.isInteger(c))) throw new RangeError('c');
}
export function predictProba(X: number[][], W: number[][], b: number[]) {
  const net = new Net(W, b);
  return X.map(x => softmax(net.z(x)));
}
export function predict(X: number[][], W: number[][], b: number[]) {
  const net = new Net(W, b);
  return X.map(x => net.z(x).reduce((best, v, k, z) => (v > z[best] ? k : best), 0));
}
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  need(X, y, b.length);
  const net = new Net(W, b);
  const softplus = (v: number) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
  let total = 0;
  X.forEach((x, i) => {
    total += softplus(-net.z(x)[y[i]]);
  });
  return total / X.length + (l2 / 2) * W.flat().reduce((s, w) => s + w * w, 0);
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  need(X, y, b.length);
  const P = predictProba(X, W, b);
  const E = P.map((p, i) => p.map((v, k) => v - (k === y[i] ? 1 : 0)));
  return {
    weights: W.map((row, j) =>
      row.map((w, k) => X.reduce((s, x, i) => s + x[j] * E[i][k], 0) / X.length + l2 * w),
    ),
    bias: b.map((_, k) => E.reduce((s, e) => s + e[k], 0) / X.length),
  };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (o.learningRate <= 0 || !Number.isFinite(o.learningRate)) throw new RangeError('lr');
  need(X, y, o.classes);
  const W = X[0].map(() => new Array<number>(o.classes).fill(0));
  const b = new Array<number>(o.classes).fill(0);
  const losses = [loss(X, y, W, b, o.l2)];
  for (let s = 0; s < o.steps; s++) {
    const g = gradient(X, y, W, b, o.l2);
    W.forEach((row, j) => {
      row.forEach((_, k) => {
        row[k] -= o.learningRate * g.weights[j][k];
      });
    });
    g.bias.forEach((v, k) => {
      b[k] -= o.learningRate * v;
    });
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
}
