// The cross-entropy and its slope are sums over the rows.
const exps = (z: number[]) => {
  const m = Math.max(...z);
  return { m, e: z.map(v => Math.exp(v - m)) };
};
const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);
export const logSumExp = (z: number[]): number => {
  const { m, e } = exps(z);
  return m + Math.log(sum(e));
};
export const softmax = (z: number[]): number[] => {
  const { e } = exps(z);
  return e.map(v => v / sum(e));
};
const forward = (X: number[][], W: number[][], b: number[]) => {
  if (!W.every(row => row.length === b.length)) throw new TypeError('weights × bias');
  if (!X.every(x => x.length === W.length)) throw new TypeError('X × weights');
  return X.map(x => b.map((v, k) => v + sum(x.map((f, j) => f * W[j][k]))));
};
const labelsFit = (X: number[][], y: number[], K: number) => {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('labels');
  if (!y.every(c => Number.isInteger(c) && 0 <= c && c < K)) throw new RangeError('labels');
};
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  forward(X, W, b).map(softmax);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  forward(X, W, b).map(z => z.indexOf(Math.max(...z)));
export const loss = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  labelsFit(X, y, b.length);
  return (
    sum(forward(X, W, b).map((z, i) => logSumExp(z) - z[y[i]])) +
    (l2 / 2) * sum(W.flat().map(w => w * w))
  );
};
export const gradient = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  labelsFit(X, y, b.length);
  const D = predictProba(X, W, b).map((p, i) => p.map((v, k) => (k === y[i] ? v - 1 : v)));
  return {
    weights: W.map((row, j) => row.map((w, k) => sum(D.map((e, i) => e[k] * X[i][j])) + l2 * w)),
    bias: b.map((_, k) => sum(D.map(e => e[k]))),
  };
};
export const fit = (
  X: number[][],
  y: number[],
  {
    classes,
    learningRate,
    steps,
    l2,
  }: { classes: number; learningRate: number; steps: number; l2?: number },
) => {
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learning rate');
  labelsFit(X, y, classes);
  const row = Array.from({ length: classes }, () => 0);
  let [W, b] = [X[0].map(() => row), row];
  const losses = [loss(X, y, W, b, l2)];
  for (let t = 1; t <= steps; t++) {
    const g = gradient(X, y, W, b, l2);
    [W, b] = [
      W.map((r, j) => r.map((w, k) => w - learningRate * g.weights[j][k])),
      b.map((v, k) => v - learningRate * g.bias[k]),
    ];
    losses.push(loss(X, y, W, b, l2));
  }
  return { weights: W.map(r => [...r]), bias: [...b], losses };
};
