// The penalty is not halved, and the history begins after the first step.
const soft = (z: Float64Array) => {
  const m = Math.max(...z);
  const e = z.map(v => Math.exp(v - m));
  const s = e.reduce((a, v) => a + v, 0);
  return { p: e.map(v => v / s), l: m + Math.log(s) };
};
export const logSumExp = (z: number[]) => soft(Float64Array.from(z)).l;
export const softmax = (z: number[]) => [...soft(Float64Array.from(z)).p];
function table(X: number[][], W: number[][], b: number[]) {
  if (W.some(r => r.length !== b.length)) throw new TypeError('W');
  if (X.some(x => x.length !== W.length)) throw new TypeError('X');
  return X.map(x => {
    const z = Float64Array.from(b);
    W.forEach((r, j) => {
      r.forEach((w, k) => {
        z[k] += w * x[j];
      });
    });
    return z;
  });
}
function legal(X: number[][], y: number[], K: number) {
  if (X.length < 1) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  if (y.filter(c => Number.isInteger(c) && c >= 0 && c < K).length < y.length)
    throw new RangeError('y');
}
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  table(X, W, b).map(z => [...soft(z).p]);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  table(X, W, b).map(z => z.indexOf(z.reduce((m, v) => (v > m ? v : m))));
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  legal(X, y, b.length);
  const ce = table(X, W, b).reduce((s, z, i) => s + soft(z).l - z[y[i]], 0);
  return ce / X.length + l2 * W.flat().reduce((s, w) => s + w * w, 0);
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  legal(X, y, b.length);
  const E = table(X, W, b).map((z, i) => soft(z).p.map((p, k) => (k === y[i] ? p - 1 : p)));
  return {
    weights: W.map((r, j) =>
      r.map((w, k) => E.reduce((s, e, i) => s + e[k] * X[i][j], 0) / X.length + 2 * l2 * w),
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
  legal(X, y, o.classes);
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('X');
  let W = X[0].map(() => new Array<number>(o.classes).fill(0));
  let b = new Array<number>(o.classes).fill(0);
  const losses: number[] = [];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
}
