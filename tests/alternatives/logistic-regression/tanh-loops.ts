type Options = {
  learningRate: number;
  steps: number;
  l2?: number;
  weights?: number[];
  bias?: number;
};

export const sigmoid = (z: number) => 0.5 * (1 + Math.tanh(z / 2));

function score(row: number[], weights: number[], bias: number): number {
  if (row.length !== weights.length) throw new TypeError('a row and the weights differ in length');
  let z = 0;
  for (let j = 0; j < row.length; j++) z += weights[j] * row[j];
  return z + bias;
}

function need(X: number[][], y: number[]) {
  if (!X.length) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('data and labels differ in length');
  for (const label of y) if (label !== 0 && label !== 1) throw new RangeError('labels are 0 or 1');
}

export function predictProba(X: number[][], weights: number[], bias: number) {
  const out = [];
  for (const row of X) out.push(sigmoid(score(row, weights, bias)));
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2?: number) {
  need(X, y);
  let total = 0;
  for (let i = 0; i < X.length; i++) {
    const margin = score(X[i], weights, bias) * (y[i] === 1 ? 1 : -1);
    total +=
      margin > 0 ? Math.log(1 + Math.exp(-margin)) : -margin + Math.log(1 + Math.exp(margin));
  }
  let squares = 0;
  for (const w of weights) squares += w ** 2;
  return total / X.length + 0.5 * (l2 ?? 0) * squares;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2?: number) {
  need(X, y);
  const slope = weights.map(w => w * (l2 ?? 0));
  let slopeOfBias = 0;
  for (let i = X.length - 1; i >= 0; i--) {
    const error = (sigmoid(score(X[i], weights, bias)) - y[i]) / X.length;
    for (let j = 0; j < slope.length; j++) slope[j] += error * X[i][j];
    slopeOfBias += error;
  }
  return { weights: slope, bias: slopeOfBias };
}

export function fit(X: number[][], y: number[], o: Options) {
  need(X, y);
  if (!(o.learningRate > 0) || !Number.isFinite(o.learningRate))
    throw new RangeError('learningRate');
  const weights = o.weights ? Array.from(o.weights) : X[0].map(() => 0);
  let bias = o.bias ?? 0;
  const losses = [loss(X, y, weights, bias, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, weights, bias, o.l2);
    bias -= o.learningRate * g.bias;
    for (let j = 0; j < weights.length; j++) weights[j] -= o.learningRate * g.weights[j];
    losses.push(loss(X, y, weights, bias, o.l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold?: number) {
  const cut = threshold === undefined ? 0.5 : threshold;
  return predictProba(X, weights, bias).map(p => Number(p >= cut));
}
