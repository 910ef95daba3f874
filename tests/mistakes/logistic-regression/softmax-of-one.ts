/** Somebody who knows neural networks, and writes a network of one neuron, one sample at a time. */
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function predictProba(X: number[][], weights: number[], bias: number) {
  return X.map(x => {
    if (x.length !== weights.length) throw new TypeError('shape');
    return sigmoid(x.map((v, j) => v * weights[j]).reduce((a, b) => a + b, 0) + bias);
  });
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  if (X.length === 0 || y.length !== X.length) throw new RangeError('bad batch');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('bad label');
  const p = predictProba(X, weights, bias);
  const ce = p.map((q, i) => -Math.log(y[i] ? q : 1 - q)).reduce((a, b) => a + b, 0);
  return ce / X.length + 0.5 * l2 * weights.map(w => w * w).reduce((a, b) => a + b, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  if (X.length === 0 || y.length !== X.length) throw new RangeError('bad batch');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('bad label');
  const delta = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  return {
    weights: weights.map(
      (w, j) => delta.reduce((s, e, i) => s + e * X[i][j], 0) / X.length + l2 * w,
    ),
    bias: delta.reduce((a, b) => a + b, 0) / X.length,
  };
}

export function fit(
  X: number[][],
  y: number[],
  {
    learningRate,
    steps,
    l2 = 0,
    weights,
    bias = 0,
  }: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learning rate');
  let w = weights?.slice() ?? X[0]?.map(() => 0) ?? [];
  let b = bias;
  const losses = [loss(X, y, w, b, l2)];
  for (let epoch = 0; epoch < steps; epoch++) {
    for (let i = 0; i < X.length; i++) {
      const g = gradient([X[i]], [y[i]], w, b, l2);
      w = w.map((v, j) => v - learningRate * g.weights[j]);
      b -= learningRate * g.bias;
    }
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5) {
  return predictProba(X, weights, bias).map(p => (p > threshold ? 1 : 0));
}
