// Wrong: label 1 is charged from the logit, label 0 from 1 - p, which is 0 from a logit of 37 on.
function weighted(row: number[], w: number[], b: number): number {
  let z = b;
  let j = 0;
  for (const v of row) z += v * w[j++];
  return z;
}

function costOne(z: number): number {
  // -ln σ(z) = ln(1 + e^-z)
  return z >= 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
}

function costZero(z: number): number {
  return -Math.log(1 - sigmoid(z));
}

function inspect(X: number[][], w: number[]): void {
  for (const row of X) {
    if (row.length !== w.length) throw new TypeError('expected as many features as weights');
  }
}

function inspectLabels(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('expected at least one row');
  if (X.length !== y.length) throw new TypeError('expected as many labels as rows');
  for (let i = 0; i < y.length; i++) {
    if (!(y[i] === 1 || y[i] === 0)) throw new RangeError('expected labels 0 and 1');
  }
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  inspect(X, weights);
  const out = new Array<number>(X.length);
  for (let i = 0; i < X.length; i++) out[i] = sigmoid(weighted(X[i], weights, bias));
  return out;
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): number {
  inspectLabels(X, y);
  inspect(X, weights);
  let J = 0;
  X.forEach((row, i) => {
    const z = weighted(row, weights, bias);
    J += y[i] === 1 ? costOne(z) : costZero(z);
  });
  J /= X.length;
  for (const w of weights) J += 0.5 * l2 * w * w;
  return J;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
) {
  inspectLabels(X, y);
  const residual = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  const mean = (f: (i: number) => number) =>
    residual.reduce((s, r, i) => s + r * f(i), 0) / residual.length;
  return { weights: weights.map((w, j) => mean(i => X[i][j]) + l2 * w), bias: mean(() => 1) };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || !(learningRate > 0))
    throw new RangeError('expected a positive learning rate');
  inspectLabels(X, y);
  let weights: number[] =
    options.weights === undefined ? X[0].map(() => 0) : options.weights.slice();
  let bias: number = options.bias === undefined ? 0 : options.bias;
  const losses: number[] = [loss(X, y, weights, bias, l2)];
  for (let step = 1; step <= steps; step++) {
    const slope = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) => w - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold: number = 0.5,
): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
