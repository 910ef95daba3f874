// Updates after every row, and lets a label of K or of one half through.
class Softmax {
  W: number[][];
  b: number[];
  constructor(W: number[][], b: number[]) {
    if (W.some(r => r.length !== b.length)) throw new TypeError('classes');
    this.W = W.map(r => [...r]);
    this.b = [...b];
  }
  score(x: number[]) {
    if (x.length !== this.W.length) throw new TypeError('features');
    return this.b.map((v, k) => this.W.reduce((s, r, j) => s + r[k] * x[j], v));
  }
}
export function logSumExp(z: number[]) {
  let m = z[0];
  let s = 1;
  for (const v of z.slice(1)) {
    if (v <= m) s += Math.exp(v - m);
    else {
      s = s * Math.exp(m - v) + 1;
      m = v;
    }
  }
  return m + Math.log(s);
}
export const softmax = (z: number[]) => {
  const l = logSumExp(z);
  return z.map(v => Math.exp(v - l));
};
export const predictProba = (X: number[][], W: number[][], b: number[]) => {
  const model = new Softmax(W, b);
  return X.map(x => softmax(model.score(x)));
};
export const predict = (X: number[][], W: number[][], b: number[]) => {
  const model = new Softmax(W, b);
  return X.map(x => model.score(x)).map(z => z.indexOf(Math.max(...z)));
};
function verify(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('labels');
  if (y.some(c => c < 0)) throw new RangeError('label below zero');
}
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  verify(X, y);
  const model = new Softmax(W, b);
  let c = 0;
  X.forEach((x, i) => {
    const z = model.score(x);
    c += logSumExp(z) - z[y[i]];
  });
  return c / X.length + (l2 / 2) * W.flat().reduce((s, w) => s + w * w, 0);
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  verify(X, y);
  const E = predictProba(X, W, b).map((p, i) => p.map((v, k) => v - (k === y[i] ? 1 : 0)));
  const over = (f: (i: number) => number) => E.reduce((s, _, i) => s + f(i), 0) / X.length;
  return {
    weights: W.map((r, j) => r.map((w, k) => over(i => E[i][k] * X[i][j]) + l2 * w)),
    bias: b.map((_, k) => over(i => E[i][k])),
  };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate)) throw new RangeError('rate');
  verify(X, y);
  const row = Array.from({ length: o.classes }, () => 0);
  const model = new Softmax(X[0].map(() => row), row); // biome-ignore format: one row
  const losses = [loss(X, y, model.W, model.b, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    X.forEach((x, i) => {
      const g = gradient([x], [y[i]], model.W, model.b, o.l2);
      model.W = model.W.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
      model.b = model.b.map((v, k) => v - o.learningRate * g.bias[k]);
    });
    losses.push(loss(X, y, model.W, model.b, o.l2));
  }
  return { weights: model.W, bias: model.b, losses };
}
