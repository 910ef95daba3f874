// Exponentials of the logits as they are.
type Fit = { weights: number[][]; bias: number[]; losses: number[] };
export const logSumExp = (z: number[]) => Math.log(z.map(Math.exp).reduce((a, b) => a + b, 0));
export const softmax = (z: number[]) => {
  const e = z.map(Math.exp);
  const s = e.reduce((a, b) => a + b, 0);
  return e.map(x => x / s);
};
function linear(X: number[][], W: number[][], b: number[]) {
  if (W.some(r => r.length !== b.length)) throw new TypeError('W');
  return X.map(x => {
    if (x.length !== W.length) throw new TypeError('X');
    return b.map((bk, k) => W.reduce((s, r, j) => s + r[k] * x[j], bk));
  });
}
function guard(X: number[][], y: number[], K: number) {
  if (!X.length) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  if (y.some(c => c < 0 || c >= K || c !== Math.round(c))) throw new RangeError('y');
}
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  linear(X, W, b).map(softmax);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  linear(X, W, b).map(z => z.indexOf(Math.max(...z)));
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  guard(X, y, b.length);
  const Z = linear(X, W, b);
  const ce = Z.reduce((s, z, i) => s + logSumExp(z) - z[y[i]], 0) / X.length;
  return ce + (l2 / 2) * W.flat().reduce((s, v) => s + v * v, 0);
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  guard(X, y, b.length);
  const E = predictProba(X, W, b).map((p, i) =>
    p.map((v, k) => (v - Number(k === y[i])) / X.length),
  );
  return {
    weights: W.map((r, j) =>
      r.map((v, k) => l2 * v + E.reduce((s, e, i) => s + e[k] * X[i][j], 0)),
    ),
    bias: b.map((_, k) => E.reduce((s, e) => s + e[k], 0)),
  };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
): Fit {
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate)) throw new RangeError('rate');
  guard(X, y, o.classes);
  let W = X[0].map(() => Array(o.classes).fill(0) as number[]);
  let b = Array(o.classes).fill(0) as number[];
  const losses = [loss(X, y, W, b, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((r, j) => r.map((v, k) => v - o.learningRate * g.weights[j][k]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
}
