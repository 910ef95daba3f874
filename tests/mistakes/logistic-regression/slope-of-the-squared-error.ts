type Options = {
  learningRate: number;
  steps: number;
  l2?: number;
  weights?: number[];
  bias?: number;
};

export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

function linear(X: number[][], weights: number[], bias: number): number[] {
  return X.map((row, i) => {
    if (row.length !== weights.length) throw new TypeError(`row ${i} has ${row.length} features`);
    return row.reduce((sum, x, j) => sum + x * weights[j], bias);
  });
}

function check(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('as many labels as rows are needed');
  if (y.some(label => label !== 0 && label !== 1)) throw new RangeError('labels must be 0 or 1');
}

export function predictProba(X: number[][], weights: number[], bias: number) {
  return linear(X, weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  check(X, y);
  let total = 0;
  linear(X, weights, bias).forEach((z, i) => {
    const m = y[i] === 1 ? -z : z;
    total += m > 0 ? m + Math.log1p(Math.exp(-m)) : Math.log1p(Math.exp(m));
  });
  return total / X.length + (l2 / 2) * weights.reduce((s, w) => s + w * w, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  check(X, y);
  const error = predictProba(X, weights, bias).map((p, i) => (p - y[i]) * p * (1 - p));
  const slope = weights.map(
    (w, j) => X.reduce((s, row, i) => s + row[j] * error[i], 0) / X.length + l2 * w,
  );
  return { weights: slope, bias: error.reduce((s, e) => s + e, 0) / X.length };
}

export function fit(X: number[][], y: number[], options: Options) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learningRate');
  check(X, y);
  let w = options.weights ? [...options.weights] : X[0].map(() => 0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b, l2)];
  for (let t = 0; t < steps; t++) {
    const g = gradient(X, y, w, b, l2);
    w = w.map((v, j) => v - learningRate * g.weights[j]);
    b -= learningRate * g.bias;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5) {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
