// Ends as soon as the loss no longer falls.
export function logSumExp(z: number[]): number {
  const m = Math.max(...z);
  if (z.length === 1) return m;
  return (
    m +
    Math.log(
      z
        .map(v => v - m)
        .map(Math.exp)
        .reduce((s, v) => s + v),
    )
  );
}
export function softmax(z: number[]): number[] {
  return z.map(own => 1 / z.map(other => Math.exp(other - own)).reduce((s, v) => s + v));
}
const raw = (X: number[][], W: number[][], b: number[]) => {
  W.forEach(r => {
    if (r.length !== b.length) throw new TypeError('W and b');
  });
  return X.map(x => {
    if (x.length !== W.length) throw new TypeError('x and W');
    return W.reduce((z, r, j) => z.map((v, k) => v + x[j] * r[k]), b);
  });
};
const audit = (X: number[][], y: number[], K: number) => {
  if (X.length === 0) throw new RangeError('0 rows');
  if (y.length !== X.length) throw new TypeError('labels');
  const names = Array.from({ length: K }, (_, k) => k);
  if (!y.every(c => names.includes(c))) throw new RangeError('labels');
};
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  raw(X, W, b).map(softmax);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  raw(X, W, b).map(z => z.indexOf(Math.max(...z)));
export const loss = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  audit(X, y, b.length);
  const nats = raw(X, W, b).map((z, i) => logSumExp(z) - z[y[i]]);
  return (
    nats.reduce((s, v) => s + v) / nats.length + W.flat().reduce((s, w) => s + (l2 / 2) * w * w, 0)
  );
};
export const gradient = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  audit(X, y, b.length);
  const E = predictProba(X, W, b).map((p, i) => p.map((v, k) => v - (k === y[i] ? 1 : 0)));
  const n = X.length;
  return {
    weights: W.map((r, j) =>
      r.map((w, k) => E.map((e, i) => e[k] * X[i][j]).reduce((s, v) => s + v) / n + l2 * w),
    ),
    bias: b.map((_, k) => E.map(e => e[k]).reduce((s, v) => s + v) / n),
  };
};
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate)) throw new RangeError('rate');
  audit(X, y, o.classes);
  const none = () => Array.from({ length: o.classes }, () => 0);
  let at = { weights: X[0].map(none), bias: none() };
  const losses = [loss(X, y, at.weights, at.bias, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, at.weights, at.bias, o.l2);
    at = {
      weights: at.weights.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k])),
      bias: at.bias.map((v, k) => v - o.learningRate * g.bias[k]),
    };
    losses.push(loss(X, y, at.weights, at.bias, o.l2));
    if (!(losses[t + 1] < losses[t])) break;
  }
  return { ...at, losses };
}
