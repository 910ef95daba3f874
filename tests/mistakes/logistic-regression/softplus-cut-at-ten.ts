// Wrong: ln(1 + e^v) is replaced by v already above 10 and by 0 below -10, an error of up to 4.5e-5.
const softplus = (v: number): number => {
  if (v > 10) return v;
  if (v < -10) return 0;
  return Math.log(1 + Math.exp(v));
};

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function project(X: number[][], weights: number[], bias: number): number[] {
  const z: number[] = [];
  for (const x of X) {
    if (x.length !== weights.length) throw new TypeError('Shapes of X and weights differ');
    z.push(x.reduce((sum, v, j) => sum + v * weights[j], 0) + bias);
  }
  return z;
}

function ensureBinary(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (X.length !== y.length) throw new TypeError('Shapes of X and y differ');
  const kinds = new Set(y);
  kinds.delete(0);
  kinds.delete(1);
  if (kinds.size > 0) throw new RangeError('y is not binary');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return project(X, weights, bias).map(z => sigmoid(z));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  ensureBinary(X, y);
  const z = project(X, weights, bias);
  let cost = 0;
  for (let i = 0; i < z.length; i++) cost += y[i] === 1 ? softplus(-z[i]) : softplus(z[i]);
  let ridge = 0;
  for (const w of weights) ridge += w * w;
  return cost / z.length + (l2 * ridge) / 2;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  ensureBinary(X, y);
  const gap = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  const meanOf = (v: number[]) => v.reduce((s, k) => s + k, 0) / v.length;
  return {
    weights: weights.map((w, j) => meanOf(gap.map((g, i) => g * X[i][j])) + l2 * w),
    bias: meanOf(gap),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || !(learningRate > 0)) throw new RangeError('learningRate');
  ensureBinary(X, y);
  const w = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b, l2)];
  for (let k = 1; k <= steps; k++) {
    const g = gradient(X, y, w, b, l2);
    g.weights.forEach((s, j) => {
      w[j] -= learningRate * s;
    });
    b -= learningRate * g.bias;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
