const f = Math.fround;

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function shapes(X: number[][], weights: ArrayLike<number>) {
  if (X.some(row => row.length !== weights.length)) throw new TypeError('width');
}

function labels(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('length');
  if (!y.every(label => label === 0 || label === 1)) throw new RangeError('label');
}

function scores(X: number[][], weights: ArrayLike<number>, bias: number): Float32Array {
  shapes(X, weights);
  return Float32Array.from(X, row => {
    let z = f(bias);
    for (let j = 0; j < row.length; j++) z = f(z + f(f(row[j]) * f(weights[j])));
    return z;
  });
}

export function predictProba(X: number[][], weights: ArrayLike<number>, bias: number) {
  return scores(X, weights, bias).map(z => sigmoid(z));
}

export function loss(X: number[][], y: number[], weights: ArrayLike<number>, bias: number, l2 = 0) {
  labels(X, y);
  const z = scores(X, weights, bias);
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const tail = f(Math.log1p(Math.exp(-Math.abs(z[i]))));
    sum = f(sum + f(f(Math.max(z[i], 0) - f(y[i] * z[i])) + tail));
  }
  let squares = 0;
  for (let j = 0; j < weights.length; j++) squares = f(squares + f(f(weights[j]) ** 2));
  return f(f(sum / z.length) + f(f(l2 / 2) * squares));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: ArrayLike<number>,
  bias: number,
  l2 = 0,
) {
  labels(X, y);
  const p = predictProba(X, weights, bias);
  const slope = new Float32Array(weights.length);
  let ofBias = 0;
  for (let i = 0; i < p.length; i++) {
    const error = f(p[i] - y[i]);
    for (let j = 0; j < slope.length; j++) slope[j] = f(slope[j] + f(error * f(X[i][j])));
    ofBias = f(ofBias + error);
  }
  return {
    weights: slope.map((s, j) => f(f(s / p.length) + f(f(l2) * f(weights[j])))),
    bias: f(ofBias / p.length),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const rate = options.learningRate;
  if (!(rate > 0 && rate < Number.POSITIVE_INFINITY)) throw new RangeError('rate');
  labels(X, y);
  const weights = Float32Array.from(options.weights ?? X[0].map(() => 0));
  let bias = f(options.bias ?? 0);
  const losses = [loss(X, y, weights, bias, options.l2)];
  for (let t = 0; t < options.steps; t++) {
    const slope = gradient(X, y, weights, bias, options.l2);
    slope.weights.forEach((s, j) => {
      weights[j] = f(weights[j] - f(f(rate) * s));
    });
    bias = f(bias - f(f(rate) * slope.bias));
    losses.push(loss(X, y, weights, bias, options.l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5) {
  return Array.from(predictProba(X, weights, bias), p => (p >= threshold ? 1 : 0));
}
