// Matrix products; the bias is one more row of the weights, and X has a column of ones.
type Matrix = readonly (readonly number[])[];
const product = (A: Matrix, B: Matrix, columns: number): number[][] =>
  A.map(row =>
    Array.from({ length: columns }, (_, c) => row.reduce((s, a, j) => s + a * B[j][c], 0)),
  );
const withOnes = (X: Matrix): number[][] => X.map(row => [...row, 1]);
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

const fold = (z: readonly number[]) =>
  z.reduce(
    // log(e^a + e^b), one logit after the other.
    (a, b) => (a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))),
  );

export const logSumExp = (z: number[]): number => fold(z);
export const softmax = (z: number[]): number[] => {
  const shift = fold(z);
  return z.map(each => Math.exp(each - shift));
};

const logits = (X: Matrix, weights: Matrix, bias: readonly number[]): number[][] => {
  if (weights.some(row => row.length !== bias.length)) throw TypeError('Weights and bias differ.');
  if (X.some(row => row.length !== weights.length)) throw TypeError('Rows and weights differ.');
  return product(withOnes(X), [...weights, bias], bias.length);
};

const oneHot = (X: Matrix, y: readonly number[], K: number): number[][] => {
  if (!X.length) throw RangeError('There is nothing to learn from.');
  if (X.length !== y.length) throw TypeError('One label per row.');
  const classes = Array.from({ length: K }, (_, k) => k);
  return y.map(label => {
    if (!classes.includes(label)) throw RangeError(`There is no class ${label}.`);
    return classes.map(k => (k === label ? 1 : 0));
  });
};

export const predictProba = (X: number[][], weights: number[][], bias: number[]): number[][] =>
  logits(X, weights, bias).map(softmax);

export const predict = (X: number[][], weights: number[][], bias: number[]): number[] =>
  logits(X, weights, bias).map(z => z.reduce((best, value, k) => (value > z[best] ? k : best), 0));

export const loss = (X: number[][], y: number[], weights: number[][], bias: number[], l2 = 0) => {
  const Y = oneHot(X, y, bias.length);
  const nats = logits(X, weights, bias).map((z, i) => {
    const own = total(z.map((value, k) => value * Y[i][k]));
    return fold(z.map(value => value - own));
  });
  return total(nats) / X.length + (l2 / 2) * total(weights.flat().map(w => w ** 2));
};

export const gradient = (
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
) => {
  const Y = oneHot(X, y, bias.length);
  const E = predictProba(X, weights, bias).map((p, i) =>
    p.map((share, k) => (share - Y[i][k]) / X.length),
  );
  const transposed = [...weights, bias].map((_, j) => withOnes(X).map(row => row[j]));
  const slope = product(transposed, E, bias.length);
  return {
    weights: weights.map((row, j) => row.map((w, k) => slope[j][k] + l2 * w)),
    bias: slope[weights.length],
  };
};

export const fit = (
  X: number[][],
  y: number[],
  {
    classes,
    learningRate,
    steps,
    l2 = 0,
  }: { classes: number; learningRate: number; steps: number; l2?: number },
) => {
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw RangeError('Bad learning rate.');
  oneHot(X, y, classes);
  const blank = Array.from({ length: classes }, () => 0);
  const go = (
    weights: number[][],
    bias: number[],
    losses: number[],
    left: number,
  ): ReturnType<typeof done> => {
    const all = [...losses, loss(X, y, weights, bias, l2)];
    if (left <= 0) return done(weights, bias, all);
    const g = gradient(X, y, weights, bias, l2);
    return go(
      weights.map((row, j) => row.map((w, k) => w - learningRate * g.weights[j][k])),
      bias.map((b, k) => b - learningRate * g.bias[k]),
      all,
      left - 1,
    );
  };
  const done = (weights: number[][], bias: number[], losses: number[]) => ({
    weights,
    bias,
    losses,
  });
  return go(
    X[0].map(() => [...blank]),
    blank,
    [],
    steps,
  );
};
