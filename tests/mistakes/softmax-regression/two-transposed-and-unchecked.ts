// Keeps weights as [K][d], and looks at no label and no shape.
const lse = (z: number[]) => {
  const m = Math.max(...z);
  return m + Math.log(z.reduce((s, v) => s + Math.exp(v - m), 0));
};

export { lse as logSumExp };
export const softmax = (z: number[]) => z.map(v => Math.exp(v - lse(z)));
const logits = (X: number[][], W: number[][], b: number[]) =>
  X.map(x => W.map((row, k) => row.reduce((s, w, j) => s + w * (x[j] ?? 0), b[k] ?? 0)));
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  logits(X, W, b).map(softmax);
export const predict = (X: number[][], W: number[][], b: number[]) =>
  logits(X, W, b).map(z => z.indexOf(Math.max(...z)));
export const loss = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) =>
  logits(X, W, b).reduce((s, z, i) => s + lse(z) - z[y[i]], 0) / X.length +
  (l2 / 2) * W.flat().reduce((s, w) => s + w * w, 0);
export const gradient = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  const E = predictProba(X, W, b).map((p, i) => p.map((v, k) => v - Number(k === y[i])));
  return {
    weights: W.map((row, k) =>
      row.map((w, j) => E.reduce((s, e, i) => s + e[k] * X[i][j], 0) / X.length + l2 * w),
    ),
    bias: b.map((_, k) => E.reduce((s, e) => s + e[k], 0) / X.length),
  };
};
export const fit = (
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) => {
  let W = Array.from({ length: o.classes }, () => X[0].map(() => 0));
  let b = W.map(() => 0);
  const losses = [loss(X, y, W, b, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((row, k) => row.map((w, j) => w - o.learningRate * g.weights[k][j]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
};
