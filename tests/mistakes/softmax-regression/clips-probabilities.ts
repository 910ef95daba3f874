// Clips probabilities before the logarithm, as many libraries once did.
const EPS = 1e-15;
function expShift(z: ArrayLike<number>): Float64Array {
  let top = z[0];
  for (let k = 1; k < z.length; k++) top = Math.max(top, z[k]);
  return Float64Array.from(z, v => Math.exp(v - top));
}
export function logSumExp(z: number[]): number {
  return Math.max(...z) + Math.log(expShift(z).reduce((a, b) => a + b));
}
export function softmax(z: number[]): number[] {
  const e = expShift(z);
  const total = e.reduce((a, b) => a + b);
  return Array.from(e, v => v / total);
}
class Classifier {
  constructor(
    private W: number[][],
    private b: number[],
  ) {
    W.forEach(r => {
      if (r.length !== b.length) throw new TypeError('each feature needs a weight per class');
    });
  }
  logits(x: number[]): number[] {
    if (x.length !== this.W.length) throw new TypeError('wrong number of features');
    return this.b.map((b, k) => this.W.reduce((s, r, j) => s + r[k] * x[j], b));
  }
  proba(x: number[]): number[] {
    return softmax(this.logits(x));
  }
  cost(X: number[][], y: number[], l2: number): number {
    let c = 0;
    X.forEach((x, i) => {
      c -= Math.log(Math.min(1 - EPS, Math.max(EPS, this.proba(x)[y[i]])));
    });
    return c / X.length + (l2 * this.W.flat().reduce((s, w) => s + w * w, 0)) / 2;
  }
}
function validate(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('no examples');
  if (X.length !== y.length) throw new TypeError('one label per example');
  y.forEach(c => {
    if (c < 0 || c >= K || !Number.isInteger(c)) throw new RangeError(`label ${c}`);
  });
}
export const predictProba = (X: number[][], W: number[][], b: number[]) => {
  const m = new Classifier(W, b);
  return X.map(x => m.proba(x));
};
export const predict = (X: number[][], W: number[][], b: number[]) => {
  const m = new Classifier(W, b);
  return X.map(x => {
    const z = m.logits(x);
    return z.indexOf(Math.max(...z));
  });
};
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  validate(X, y, b.length);
  return new Classifier(W, b).cost(X, y, l2);
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  validate(X, y, b.length);
  const m = new Classifier(W, b);
  const E = X.map((x, i) => m.proba(x).map((p, k) => p - Number(k === y[i])));
  const mean = (f: (i: number) => number) => X.reduce((s, _, i) => s + f(i), 0) / X.length;
  return {
    weights: W.map((r, j) => r.map((w, k) => mean(i => E[i][k] * X[i][j]) + l2 * w)),
    bias: b.map((_, k) => mean(i => E[i][k])),
  };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0 && o.learningRate !== Infinity)) throw new RangeError('learning rate');
  validate(X, y, o.classes);
  let W = X[0].map(() => new Array<number>(o.classes).fill(0));
  let b = new Array<number>(o.classes).fill(0);
  const losses: number[] = [];
  for (let t = 0; ; t++) {
    losses.push(loss(X, y, W, b, o.l2));
    if (t >= o.steps) return { weights: W, bias: b, losses };
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
  }
}
