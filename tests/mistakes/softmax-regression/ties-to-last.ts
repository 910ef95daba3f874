// The last of equal logits wins.
type Rows = number[][];
function lse(z: number[], from = 0): number {
  // Halves of the list are folded together.
  if (z.length === 1) return z[0];
  const middle = z.length >> 1;
  const [a, b] = [lse(z.slice(0, middle), from), lse(z.slice(middle), from)];
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
export const logSumExp = (z: number[]) => lse(z);
export const softmax = (z: number[]) => {
  const total = lse(z);
  return z.map(v => Math.exp(v - total));
};
function check(X: Rows, W: Rows, b: number[]) {
  for (const r of W) if (r.length !== b.length) throw new TypeError('width of weights');
  for (const x of X) if (x.length !== W.length) throw new TypeError('width of rows');
}
function checkY(X: Rows, y: number[], K: number) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const c of y) if (c !== Math.trunc(c) || c < 0 || c >= K) throw new RangeError('label');
}
const z = (x: number[], W: Rows, b: number[]) =>
  b.map((v, k) => x.reduce((s, f, j) => s + f * W[j][k], v));
export function predictProba(X: Rows, W: Rows, b: number[]): Rows {
  check(X, W, b);
  return X.map(x => softmax(z(x, W, b)));
}
export function predict(X: Rows, W: Rows, b: number[]): number[] {
  check(X, W, b);
  return X.map(x => {
    let best = 0;
    z(x, W, b).forEach((v, k, list) => {
      if (v >= list[best]) best = k;
    });
    return best;
  });
}
export function loss(X: Rows, y: number[], W: Rows, b: number[], l2 = 0): number {
  check(X, W, b);
  checkY(X, y, b.length);
  const total = X.reduce((s, x, i) => s + lse(z(x, W, b)) - z(x, W, b)[y[i]], 0);
  return total / X.length + (l2 / 2) * W.flat().reduce((s, w) => s + w * w, 0);
}
export function gradient(X: Rows, y: number[], W: Rows, b: number[], l2 = 0) {
  checkY(X, y, b.length);
  const P = predictProba(X, W, b);
  for (const [i, c] of y.entries()) P[i][c] -= 1;
  const column = (k: number) => P.map(p => p[k]);
  return {
    weights: W.map((r, j) =>
      r.map((w, k) => column(k).reduce((s, e, i) => s + e * X[i][j], 0) / X.length + l2 * w),
    ),
    bias: b.map((_, k) => column(k).reduce((s, e) => s + e, 0) / X.length),
  };
}
export function fit(
  X: Rows,
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  const { classes, learningRate: rate, steps, l2 } = o;
  if (!(rate > 0 && Number.isFinite(rate))) throw new RangeError('rate');
  checkY(X, y, classes);
  let W: Rows = X[0].map(() => new Array(classes).fill(0));
  let b: number[] = new Array(classes).fill(0);
  const losses = [loss(X, y, W, b, l2)];
  for (let t = 0; t < steps; t += 1) {
    const { weights: dW, bias: db } = gradient(X, y, W, b, l2);
    W = W.map((r, j) => r.map((w, k) => w - rate * dW[j][k]));
    b = b.map((v, k) => v - rate * db[k]);
    losses.push(loss(X, y, W, b, l2));
  }
  return { weights: W, bias: b, losses };
}
