// One class at a time: a list of { weights, bias } per class, turned round only on the way in and out.
interface Head {
  w: number[];
  b: number;
}

const headsFrom = (weights: number[][], bias: number[]): Head[] => {
  weights.forEach((row, j) => {
    if (row.length !== bias.length) throw new TypeError(`feature ${j} has ${row.length} weights`);
  });
  return bias.map((b, k) => ({ b, w: weights.map(row => row[k]) }));
};
const weightsOf = (heads: Head[], d: number) =>
  Array.from({ length: d }, (_, j) => heads.map(({ w }) => w[j]));

function score({ w, b }: Head, x: number[]): number {
  if (x.length !== w.length) throw new TypeError(`${x.length} features, ${w.length} weights`);
  return x.map((value, j) => value * w[j]).reduce((s, part) => s + part, b);
}

function inspect(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('an empty table');
  if (y.length !== X.length) throw new TypeError('as many labels as rows, please');
  const known = new Set(Array.from({ length: K }).keys());
  for (const label of y) if (!known.has(label)) throw new RangeError(`unknown label ${label}`);
}

export function logSumExp(z: number[]): number {
  const sorted = [...z].sort((a, b) => a - b);
  const top = sorted[sorted.length - 1];
  // From the smallest up, so that small parts are not lost.
  return sorted.map(value => Math.exp(value - top)).reduce((a, b) => a + b, 0) === 1
    ? top
    : top + Math.log(sorted.map(value => Math.exp(value - top)).reduce((a, b) => a + b, 0));
}

export function softmax(z: number[]): number[] {
  const top = [...z].sort((a, b) => b - a)[0];
  const parts = z.map(value => Math.E ** (value - top));
  const whole = parts.reduce((a, b) => a + b);
  return parts.map(part => part / whole);
}

function probabilities(heads: Head[], X: number[][]) {
  return X.map(x => softmax(heads.map(head => score(head, x))));
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  return probabilities(headsFrom(weights, bias), X);
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  const heads = headsFrom(weights, bias);
  return X.map(x => {
    const ranked = heads
      .map((head, k) => ({ k, z: score(head, x) }))
      .sort((a, b) => b.z - a.z || a.k - b.k);
    return ranked[0].k;
  });
}

function costOf(heads: Head[], X: number[][], y: number[], l2: number): number {
  let nats = 0;
  for (const [i, x] of X.entries()) {
    const z = heads.map(head => score(head, x));
    nats += logSumExp(z) - z[y[i]];
  }
  const penalty = heads
    .map(({ w }) => w.reduce((s, value) => s + value * value, 0))
    .reduce((a, b) => a + b);
  return nats / X.length + 0.5 * l2 * penalty;
}

function slopesOf(heads: Head[], X: number[][], y: number[], l2: number): Head[] {
  const P = probabilities(heads, X);
  return heads.map(({ w }, k) => {
    const errors = P.map((p, i) => p[k] - Number(y[i] === k));
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / X.length;
    return {
      b: mean(errors),
      w: w.map((value, j) => mean(errors.map((error, i) => error * X[i][j])) + l2 * value),
    };
  });
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2?: number,
): number {
  inspect(X, y, bias.length);
  return costOf(headsFrom(weights, bias), X, y, l2 ?? 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2?: number,
) {
  inspect(X, y, bias.length);
  const slopes = slopesOf(headsFrom(weights, bias), X, y, l2 ?? 0);
  return { weights: weightsOf(slopes, weights.length), bias: slopes.map(({ b }) => b) };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  const rate = options.learningRate;
  if (rate <= 0 || !Number.isFinite(rate)) throw new RangeError(`a rate of ${rate}`);
  inspect(X, y, options.classes);
  const d = X[0].length;
  let heads: Head[] = Array.from({ length: options.classes }, () => ({
    b: 0,
    w: Array.from({ length: d }, () => 0),
  }));
  const losses: number[] = [];
  for (let left = options.steps; ; left--) {
    losses.push(costOf(heads, X, y, options.l2 ?? 0));
    if (left <= 0) break;
    const slopes = slopesOf(heads, X, y, options.l2 ?? 0);
    heads = heads.map(({ w, b }, k) => ({
      b: b - rate * slopes[k].b,
      w: w.map((value, j) => value - rate * slopes[k].w[j]),
    }));
  }
  return { weights: weightsOf(heads, d), bias: heads.map(({ b }) => b), losses };
}
