// predictProba normalises each class over the rows.
type M = number[][];
const T = (A: M) => A[0].map((_, j) => A.map(r => r[j]));
const mul = (A: M, B: M): M => {
  const C = T(B);
  return A.map(r => C.map(c => r.reduce((s, v, i) => s + v * c[i], 0)));
};
export const logSumExp = (z: number[]): number =>
  z.reduce((a, b) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))));
export const softmax = (z: number[]): number[] => {
  const all = logSumExp(z);
  return z.map(v => Math.exp(v - all));
};
const affine = (X: M, W: M, b: number[]): M => {
  if (W.some(r => r.length !== b.length) || X.some(x => x.length !== W.length))
    throw new TypeError('shapes');
  return X.length ? mul(X, W).map(z => z.map((v, k) => v + b[k])) : [];
};
const hot = (X: M, y: number[], K: number): M => {
  if (X.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('y');
  return y.map(c => {
    const row = Array.from({ length: K }, (_, k) => (k === c ? 1 : 0) as number);
    if (!row.includes(1)) throw new RangeError(`class ${c}`);
    return row;
  });
};
export const predictProba = (X: M, W: M, b: number[]): M => {
  const Z = affine(X, W, b);
  return T(T(Z).map(softmax));
};
export const predict = (X: M, W: M, b: number[]): number[] =>
  affine(X, W, b).map(z => z.indexOf(Math.max(...z)));
export const loss = (X: M, y: number[], W: M, b: number[], l2 = 0): number => {
  const Y = hot(X, y, b.length);
  const Z = affine(X, W, b);
  const nats = Z.map((z, i) => logSumExp(z) - z.reduce((s, v, k) => s + v * Y[i][k], 0));
  return (
    nats.reduce((s, v) => s + v) / nats.length + (l2 / 2) * W.flat().reduce((s, w) => s + w * w, 0)
  );
};
export const gradient = (X: M, y: number[], W: M, b: number[], l2 = 0) => {
  const Y = hot(X, y, b.length);
  const E = predictProba(X, W, b).map((p, i) => p.map((v, k) => (v - Y[i][k]) / X.length));
  return {
    weights: mul(T(X), E).map((r, j) => r.map((v, k) => v + l2 * W[j][k])),
    bias: T(E).map(c => c.reduce((s, v) => s + v)),
  };
};
export const fit = (
  X: M,
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) => {
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate)) throw new RangeError('rate');
  hot(X, y, o.classes);
  let W: M = X[0].map(() => Array.from({ length: o.classes }, () => 0));
  let b: number[] = Array.from({ length: o.classes }, () => 0);
  const losses = [loss(X, y, W, b, o.l2)];
  Array.from({ length: o.steps }).forEach(() => {
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, W, b, o.l2));
  });
  return { weights: W, bias: b, losses };
};
