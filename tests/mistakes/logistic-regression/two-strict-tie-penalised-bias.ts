// Wrong twice: a probability equal to the threshold becomes 0, and the bias is penalised in loss and slope.
const exp = Math.exp;
const abs = Math.abs;

export function sigmoid(z: number): number {
  return 1 / (1 + exp(-z));
}

function affineMap(X: number[][], w: number[], b: number): number[] {
  const check = X.filter(x => x.length !== w.length);
  if (check.length) throw new TypeError(`${check.length} rows have the wrong width`);
  return X.map(x => x.reduce((acc, v, j) => acc + v * w[j], b));
}

function train(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('no rows to train on');
  if (X.length !== y.length) throw new TypeError('every row needs a label');
  if (y.filter(v => v === 0 || v === 1).length !== y.length)
    throw new RangeError('labels are 0 or 1');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return affineMap(X, weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  train(X, y);
  const ce = affineMap(X, weights, bias)
    .map((z, i) => (y[i] ? -z : z))
    .map(v => (v > 0 ? v : 0) + Math.log1p(exp(-abs(v))))
    .reduce((a, b) => a + b, 0);
  const square = [bias, ...weights].reduce((a, v) => a + v * v, 0);
  return ce / X.length + 0.5 * l2 * square;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  train(X, y);
  const err = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  return {
    weights: weights.map((w, j) => mean(err.map((e, i) => e * X[i][j])) + l2 * w),
    bias: mean(err) + l2 * bias,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  if (!(options.learningRate > 0) || !Number.isFinite(options.learningRate))
    throw new RangeError('learningRate');
  train(X, y);
  const { learningRate, steps, l2 = 0 } = options;
  const trail = [
    { w: options.weights ? [...options.weights] : X[0].map(() => 0), b: options.bias ?? 0 },
  ];
  for (let s = 0; s < steps; s++) {
    const { w, b } = trail[s];
    const g = gradient(X, y, w, b, l2);
    trail.push({
      w: w.map((v, j) => v - learningRate * g.weights[j]),
      b: b - learningRate * g.bias,
    });
  }
  const end = trail[trail.length - 1];
  return { weights: end.w, bias: end.b, losses: trail.map(({ w, b }) => loss(X, y, w, b, l2)) };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => Number(p > threshold));
}
