// Believes that fifty steps are enough for anybody.
const MOST = 50;
const max = (z: number[]) => z.reduce((a, b) => Math.max(a, b), -Infinity);
export const logSumExp = (z: number[]) => {
  const m = max(z);
  let s = 0;
  z.forEach(v => {
    s += Math.exp(v - m);
  });
  return m + Math.log(s);
};
export const softmax = (z: number[]) => {
  const m = max(z);
  const e = z.map(v => Math.exp(v - m));
  return e.map(v => v / e.reduce((a, b) => a + b));
};
function apply(x: number[], W: number[][], b: number[]) {
  if (x.length !== W.length || W.some(r => r.length !== b.length)) throw new TypeError('shapes');
  return b.map((v, k) => v + x.reduce((s, f, j) => s + f * W[j][k], 0));
}
function right(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  if (!y.every(c => c >= 0 && c < K && c === Math.floor(c))) throw new RangeError('y');
}
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  X.map(x => softmax(apply(x, W, b)));
export const predict = (X: number[][], W: number[][], b: number[]) =>
  X.map(x => {
    const z = apply(x, W, b);
    return z.indexOf(max(z));
  });
export const loss = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  right(X, y, b.length);
  const nats = X.map((x, i) => logSumExp(apply(x, W, b)) - apply(x, W, b)[y[i]]);
  return (
    nats.reduce((s, v) => s + v, 0) / X.length + (W.flat().reduce((s, w) => s + w * w, 0) * l2) / 2
  );
};
export const gradient = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  right(X, y, b.length);
  const E = predictProba(X, W, b);
  E.forEach((p, i) => {
    p[y[i]]--;
  });
  const n = X.length;
  return {
    weights: W.map((r, j) =>
      r.map((w, k) => E.reduce((s, e, i) => s + (e[k] * X[i][j]) / n, l2 * w)),
    ),
    bias: b.map((_, k) => E.reduce((s, e) => s + e[k] / n, 0)),
  };
};
export const fit = (
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) => {
  if (!Number.isFinite(o.learningRate) || o.learningRate <= 0) throw new RangeError('rate');
  right(X, y, o.classes);
  let W = X[0].map(() => Array<number>(o.classes).fill(0));
  let b = Array<number>(o.classes).fill(0);
  const losses = [loss(X, y, W, b, o.l2)];
  for (let t = 0; t < Math.min(o.steps, MOST); t++) {
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
};
