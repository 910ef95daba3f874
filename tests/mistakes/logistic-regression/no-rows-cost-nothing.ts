// Wrong: with no rows the loss is just the penalty and the slope is zero, instead of a RangeError.
function eachRow(
  X: number[][],
  weights: number[],
  bias: number,
  visit: (z: number, i: number) => void,
): void {
  X.forEach((x, i) => {
    if (x.length !== weights.length) throw new TypeError(`row ${i}`);
    let z = bias;
    for (let j = 0; j < x.length; j++) z += x[j] * weights[j];
    visit(z, i);
  });
}

function checkLabels(X: number[][], y: number[]): void {
  if (X.length !== y.length) throw new TypeError('labels');
  y.forEach((v, i) => {
    if (v !== 0 && v !== 1) throw new RangeError(`label ${i}`);
  });
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  const p: number[] = [];
  eachRow(X, weights, bias, z => p.push(sigmoid(z)));
  return p;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  checkLabels(X, y);
  const n = Math.max(1, X.length);
  let J = weights.reduce((s, w) => s + (l2 * w * w) / 2, 0);
  eachRow(X, weights, bias, (z, i) => {
    J += (Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)))) / n;
  });
  return J;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  checkLabels(X, y);
  const n = Math.max(1, X.length);
  const g = { weights: weights.map(w => l2 * w), bias: 0 };
  eachRow(X, weights, bias, (z, i) => {
    const e = (sigmoid(z) - y[i]) / n;
    g.bias += e;
    for (let j = 0; j < weights.length; j++) g.weights[j] += e * X[i][j];
  });
  return g;
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 } = options;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  const width = X[0]?.length ?? options.weights?.length ?? 0;
  let weights = options.weights ? [...options.weights] : Array.from({ length: width }, () => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) => w - learningRate * g.weights[j]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  const out: number[] = [];
  eachRow(X, weights, bias, z => out.push(sigmoid(z) >= threshold ? 1 : 0));
  return out;
}
