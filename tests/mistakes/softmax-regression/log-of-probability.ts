// softmax is stable, and the loss takes the logarithm of what comes out of it.
export function logSumExp(z: number[]): number {
  const m = Math.max(...z);
  let s = 0;
  for (const v of z) s += Math.exp(v - m);
  return Math.log(s) + m;
}
export function softmax(z: number[]): number[] {
  const m = Math.max(...z);
  const e = z.map(v => Math.exp(v - m));
  const s = e.reduce((a, b) => a + b);
  return e.map(v => v / s);
}
export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  check(X, weights, bias);
  return X.map(x =>
    softmax(bias.map((b, k) => b + x.reduce((s, v, j) => s + v * weights[j][k], 0))),
  );
}
function check(X: number[][], weights: number[][], bias: number[], y?: number[]) {
  if (weights.some(row => row.length !== bias.length)) throw new TypeError('weights');
  if (X.some(row => row.length !== weights.length)) throw new TypeError('X');
  if (!y) return;
  if (X.length === 0) throw new RangeError('empty');
  if (y.length !== X.length) throw new TypeError('y');
  y.forEach(label => {
    if (!Number.isInteger(label) || label < 0 || label >= bias.length)
      throw new RangeError('label');
  });
}
export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  check(X, weights, bias);
  return X.map(x => {
    const z = bias.map((b, k) => b + x.reduce((s, v, j) => s + v * weights[j][k], 0));
    return z.reduce((best, v, k) => (v > z[best] ? k : best), 0);
  });
}
export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  check(X, weights, bias, y);
  const P = predictProba(X, weights, bias);
  const ce = -P.map((p, i) => Math.log(p[y[i]])).reduce((a, b) => a + b) / X.length;
  let penalty = 0;
  for (const row of weights) for (const w of row) penalty += w ** 2;
  return ce + 0.5 * l2 * penalty;
}
export function gradient(X: number[][], y: number[], weights: number[][], bias: number[], l2 = 0) {
  check(X, weights, bias, y);
  const P = predictProba(X, weights, bias);
  P.forEach((p, i) => {
    p[y[i]] -= 1;
  });
  const n = X.length;
  return {
    weights: weights.map((row, j) =>
      row.map((w, k) => P.reduce((s, p, i) => s + p[k] * X[i][j], 0) / n + l2 * w),
    ),
    bias: bias.map((_, k) => P.reduce((s, p) => s + p[k], 0) / n),
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
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  let weights = (X[0] ?? []).map(() => new Array<number>(classes).fill(0));
  let bias = new Array<number>(classes).fill(0);
  const losses = [loss(X, y, weights, bias, l2)];
  while (losses.length <= steps) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((row, j) => row.map((w, k) => w - learningRate * g.weights[j][k]));
    bias = bias.map((b, k) => b - learningRate * g.bias[k]);
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}
