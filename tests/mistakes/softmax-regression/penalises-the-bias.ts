// The bias is a row of the weights like any other, and is penalised with them.
const lift = (X: number[][]) => X.map(x => x.concat(1));
const stack = (W: number[][], b: number[]) => [...W, b];
export function logSumExp(z: number[]) {
  const m = Math.max(...z);
  return z.map(v => Math.exp(v - m)).reduce((a, v) => a + v) === 0
    ? m
    : m + Math.log(z.reduce((a, v) => a + Math.exp(v - m), 0));
}
export function softmax(z: number[]) {
  const m = Math.max(...z);
  const parts = z.map(v => Math.exp(v - m));
  return parts.map(p => p / parts.reduce((a, v) => a + v));
}
function scoresOf(X: number[][], theta: number[][]) {
  const K = theta[theta.length - 1].length;
  if (theta.some(r => r.length !== K)) throw new TypeError('theta');
  return lift(X).map(x => {
    if (x.length !== theta.length) throw new TypeError('x');
    return Array.from({ length: K }, (_, k) => x.reduce((s, v, j) => s + v * theta[j][k], 0));
  });
}
function ensure(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  if (y.some(c => !Number.isInteger(c) || c < 0 || c >= K)) throw new RangeError('classes');
}
const cost = (X: number[][], y: number[], theta: number[][], l2: number) =>
  scoresOf(X, theta).reduce((s, z, i) => s + logSumExp(z) - z[y[i]], 0) / X.length +
  (l2 / 2) * theta.flat().reduce((s, t) => s + t * t, 0);
const slopes = (X: number[][], y: number[], theta: number[][], l2: number) => {
  const E = scoresOf(X, theta).map((z, i) =>
    softmax(z).map((p, k) => (p - (k === y[i] ? 1 : 0)) / X.length),
  );
  const A = lift(X);
  return theta.map((r, j) =>
    r.map((t, k) => E.reduce((s, e, i) => s + e[k] * A[i][j], 0) + l2 * t),
  );
};
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  scoresOf(X, stack(W, b)).map(softmax);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  scoresOf(X, stack(W, b)).map(z => z.indexOf(Math.max(...z)));
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  ensure(X, y, b.length);
  return cost(X, y, stack(W, b), l2);
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  ensure(X, y, b.length);
  const g = slopes(X, y, stack(W, b), l2);
  return { weights: g.slice(0, -1), bias: g[g.length - 1] };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate)) throw new RangeError('rate');
  ensure(X, y, o.classes);
  let theta = lift(X)[0].map(() => Array.from({ length: o.classes }, () => 0));
  const losses = [cost(X, y, theta, o.l2 ?? 0)];
  for (let t = 0; t < o.steps; t++) {
    const g = slopes(X, y, theta, o.l2 ?? 0);
    theta = theta.map((r, j) => r.map((v, k) => v - o.learningRate * g[j][k]));
    losses.push(cost(X, y, theta, o.l2 ?? 0));
  }
  return { weights: theta.slice(0, -1), bias: theta[theta.length - 1], losses };
}
