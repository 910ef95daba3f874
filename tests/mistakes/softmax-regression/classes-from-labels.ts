// Counts the classes by the labels that occur, whatever the options say.
const top = (z: number[]) => z.reduce((a, b) => (b > a ? b : a));
export const logSumExp = (z: number[]) =>
  top(z) + Math.log(z.reduce((s, v) => s + Math.exp(v - top(z)), 0));
export const softmax = (z: number[]) => z.map(v => Math.exp(v - logSumExp(z)));
interface Parameters {
  weights: number[][];
  bias: number[];
}
function run(X: number[][], { weights, bias }: Parameters): number[][] {
  if (weights.some(r => r.length !== bias.length)) throw new TypeError('weights');
  return X.map(x => {
    if (x.length !== weights.length) throw new TypeError('row');
    const z = bias.slice();
    for (let j = 0; j < x.length; j++)
      for (let k = 0; k < z.length; k++) z[k] += x[j] * weights[j][k];
    return z;
  });
}
function test(X: number[][], y: number[], K: number) {
  if (!(X.length > 0)) throw new RangeError('X');
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => !(c >= 0) || !(c < K) || Math.floor(c) !== c)) throw new RangeError('y');
}
export const predictProba = (X: number[][], weights: number[][], bias: number[]) =>
  run(X, { weights, bias }).map(z => softmax(z));
export const predict = (X: number[][], weights: number[][], bias: number[]) =>
  run(X, { weights, bias }).map(z => z.indexOf(top(z)));
export function loss(X: number[][], y: number[], weights: number[][], bias: number[], l2 = 0) {
  test(X, y, bias.length);
  let s = 0;
  run(X, { weights, bias }).forEach((z, i) => {
    s += logSumExp(z) - z[y[i]];
  });
  const squares = weights.map(r => r.reduce((a, w) => a + w * w, 0)).reduce((a, v) => a + v, 0);
  return s / X.length + 0.5 * l2 * squares;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): Parameters {
  test(X, y, bias.length);
  const out: Parameters = {
    weights: weights.map(r => r.map(w => l2 * w)),
    bias: bias.map(() => 0),
  };
  run(X, { weights, bias }).forEach((z, i) => {
    const p = softmax(z);
    p[y[i]] -= 1;
    p.forEach((e, k) => {
      out.bias[k] += e / X.length;
      X[i].forEach((v, j) => {
        out.weights[j][k] += (e * v) / X.length;
      });
    });
  });
  return out;
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0 && o.learningRate < Infinity)) throw new RangeError('learningRate');
  test(X, y, o.classes);
  const K = Math.max(...y) + 1;
  const now: Parameters = {
    weights: X[0].map(() => Array<number>(K).fill(0)),
    bias: Array<number>(K).fill(0),
  };
  const losses = [loss(X, y, now.weights, now.bias, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, now.weights, now.bias, o.l2);
    now.weights = now.weights.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
    now.bias = now.bias.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, now.weights, now.bias, o.l2));
  }
  return { ...now, losses };
}
