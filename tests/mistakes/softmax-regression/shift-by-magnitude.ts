// Subtracts the largest magnitude, which makes everything vanish where all logits are far below 0.
function shifted(z: number[]): [number, number[]] {
  let size = 0;
  for (const v of z) size = Math.max(size, Math.abs(v));
  return [size, z.map(v => Math.exp(v - size))];
}
export function logSumExp(z: number[]): number {
  const [size, e] = shifted(z);
  return size + Math.log(e.reduce((a, b) => a + b, 0));
}
export function softmax(z: number[]): number[] {
  const [, e] = shifted(z);
  const total = e.reduce((a, b) => a + b, 0);
  return e.map(v => v / total);
}
const dotColumn = (x: number[], W: number[][], k: number) =>
  x.reduce((s, v, j) => s + v * W[j][k], 0);
function all(X: number[][], W: number[][], b: number[]): number[][] {
  const bad = W.find(r => r.length !== b.length) ?? X.find(x => x.length !== W.length);
  if (bad) throw new TypeError(`a row of ${bad.length}`);
  return X.map(x => b.map((v, k) => v + dotColumn(x, W, k)));
}
function okay(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('nothing');
  if (y.length !== X.length) throw new TypeError('labels');
  const odd = y.find(c => !Number.isInteger(c) || c < 0 || c >= K);
  if (odd !== undefined) throw new RangeError(`label ${odd}`);
}
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  all(X, W, b).map(softmax);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  all(X, W, b).map(z => z.reduce((m, v, k) => (v > z[m] ? k : m), 0));
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0): number {
  okay(X, y, b.length);
  const each = all(X, W, b).map((z, i) => logSumExp(z.map(v => v - z[y[i]])));
  return (
    each.reduce((s, v) => s + v, 0) / each.length +
    (l2 / 2) * W.flat().reduce((s, w) => s + w ** 2, 0)
  );
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  okay(X, y, b.length);
  const P = predictProba(X, W, b);
  const e = (i: number, k: number) => P[i][k] - (y[i] === k ? 1 : 0);
  return {
    weights: W.map((r, j) =>
      r.map((w, k) => l2 * w + X.reduce((s, x, i) => s + e(i, k) * x[j], 0) / X.length),
    ),
    bias: b.map((_, k) => X.reduce((s, _x, i) => s + e(i, k), 0) / X.length),
  };
}
export function fit(
  X: number[][],
  y: number[],
  {
    classes,
    learningRate,
    steps,
    l2 = 0,
  }: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('rate');
  okay(X, y, classes);
  const model = {
    weights: X[0].map(() => new Array<number>(classes).fill(0)),
    bias: new Array<number>(classes).fill(0),
  };
  const losses = [loss(X, y, model.weights, model.bias, l2)];
  for (let left = steps; left > 0; left--) {
    const g = gradient(X, y, model.weights, model.bias, l2);
    model.bias = model.bias.map((v, k) => v - learningRate * g.bias[k]);
    model.weights = model.weights.map((r, j) =>
      r.map((w, k) => w - learningRate * g.weights[j][k]),
    );
    losses.push(loss(X, y, model.weights, model.bias, l2));
  }
  return { ...model, losses };
}
