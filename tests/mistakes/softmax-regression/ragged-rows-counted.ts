// Counts the numbers of X altogether instead of measuring every row.
function lsm(z: number[]) {
  const m = Math.max(...z);
  const l = m + Math.log(z.reduce((s, v) => s + Math.exp(v - m), 0));
  return { l, p: z.map(v => Math.exp(v - l)) };
}
export const logSumExp = (z: number[]) => lsm(z).l;
export const softmax = (z: number[]) => lsm(z).p;
function affine(X: number[][], W: number[][], b: number[]) {
  if (W.flat().length !== W.length * b.length) throw new TypeError('weights');
  if (X.flat().length !== X.length * W.length) throw new TypeError('X');
  const out: number[][] = [];
  for (const x of X) out.push(b.map((v, k) => W.reduce((s, r, j) => s + r[k] * x[j], v)));
  return out;
}
function seen(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const c of y) if (c < 0 || c >= K || Math.round(c) !== c) throw new RangeError('labels');
}
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  affine(X, W, b).map(softmax);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  affine(X, W, b).map(z => z.indexOf(Math.max(...z)));
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  seen(X, y, b.length);
  const Z = affine(X, W, b);
  return (
    Z.map((z, i) => lsm(z).l - z[y[i]]).reduce((s, v) => s + v, 0) / Z.length +
    (l2 / 2) * W.flat().reduce((s, w) => s + w * w, 0)
  );
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  seen(X, y, b.length);
  const E = affine(X, W, b).map((z, i) => lsm(z).p.map((v, k) => v - (k === y[i] ? 1 : 0)));
  return {
    weights: W.map((r, j) =>
      r.map((w, k) => X.reduce((s, x, i) => s + x[j] * E[i][k], 0) / X.length + l2 * w),
    ),
    bias: b.map((_, k) => E.reduce((s, e) => s + e[k], 0) / X.length),
  };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0 && o.learningRate < Infinity)) throw new RangeError('rate');
  seen(X, y, o.classes);
  let W: number[][] = X[0].map(() => Array.from({ length: o.classes }, () => 0));
  let b: number[] = Array.from({ length: o.classes }, () => 0);
  const losses = [loss(X, y, W, b, o.l2)];
  while (losses.length < o.steps + 1) {
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
}
