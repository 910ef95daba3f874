// Wrong: each step sees the next 64 rows only, which is all of them on small data.
const bad = (kind: 'r' | 't', msg: string): never => {
  throw kind === 'r' ? new RangeError(msg) : new TypeError(msg);
};

export function sigmoid(z: number) {
  return 1 / (1 + Math.exp(-z));
}

function Z(X: number[][], w: number[], b: number) {
  return X.map(x =>
    x.length === w.length ? x.reduce((z, v, j) => z + v * w[j], b) : bad('t', 'width'),
  );
}

function zy(X: number[][], y: number[], w: number[], b: number): [number, number][] {
  if (!X.length) bad('r', 'no rows');
  if (X.length !== y.length) bad('t', 'labels');
  return Z(X, w, b).map((z, i) => (y[i] === 0 || y[i] === 1 ? [z, y[i]] : bad('r', 'label')));
}

export function predictProba(X: number[][], weights: number[], bias: number) {
  return Z(X, weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  let J = 0;
  for (const [z, t] of zy(X, y, weights, bias))
    J += Math.max(z, 0) - z * t + Math.log(1 + Math.exp(-Math.abs(z)));
  J /= X.length;
  for (const w of weights) J += (l2 * w * w) / 2;
  return J;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  const e = zy(X, y, weights, bias).map(([z, t]) => (sigmoid(z) - t) / y.length);
  return {
    weights: weights.map((w, j) => e.reduce((g, ei, i) => g + ei * X[i][j], l2 * w)),
    bias: e.reduce((a, c) => a + c),
  };
}

export function fit(
  X: number[][],
  y: number[],
  o: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  if (!(o.learningRate > 0 && o.learningRate <= Number.MAX_VALUE)) bad('r', 'learningRate');
  if (!X.length) bad('r', 'no rows');
  let weights = [...(o.weights ?? X[0].map(() => 0))],
    bias = o.bias ?? 0;
  const losses = [loss(X, y, weights, bias, o.l2)];
  for (let s = 0; s < o.steps; s++) {
    const from = (64 * s) % X.length;
    const g = gradient(X.slice(from, from + 64), y.slice(from, from + 64), weights, bias, o.l2);
    weights = weights.map((w, j) => w - o.learningRate * g.weights[j]);
    bias -= o.learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, o.l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5) {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
