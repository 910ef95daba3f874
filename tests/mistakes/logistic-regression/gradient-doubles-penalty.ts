// Wrong: the loss has half the penalty as asked, but the slope uses 2*l2*w, so it is not the slope of this loss.
export function sigmoid(z: number): number {
  if (z > 0) return 1 / (1 + Math.exp(-z));
  const a = Math.exp(z);
  return a / (a + 1);
}

function requireRows(n: number): void {
  if (n === 0) throw new RangeError('rows needed');
}
function requireWidth(X: number[][], d: number): void {
  X.forEach((r, i) => {
    if (r.length !== d) throw new TypeError(`row ${i}`);
  });
}
function requireLabels(y: number[], n: number): void {
  if (y.length !== n) throw new TypeError('labels');
  y.forEach((v, i) => {
    if (v !== 0 && v !== 1) throw new RangeError(`label ${i}`);
  });
}

function linear(X: number[][], w: number[], b: number): Float64Array {
  requireWidth(X, w.length);
  const z = new Float64Array(X.length);
  for (let i = 0; i < X.length; i++) {
    let t = b;
    for (let j = 0; j < w.length; j++) t += X[i][j] * w[j];
    z[i] = t;
  }
  return z;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return Array.from(linear(X, weights, bias), sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  requireRows(X.length);
  requireLabels(y, X.length);
  let J = 0;
  linear(X, weights, bias).forEach((z, i) => {
    J += Math.log1p(Math.exp(-Math.abs(z))) + (z > 0 ? z * (1 - y[i]) : -z * y[i]);
  });
  J /= X.length;
  for (const w of weights) J += 0.5 * l2 * w * w;
  return J;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  requireRows(X.length);
  requireLabels(y, X.length);
  const z = linear(X, weights, bias);
  const dw = new Float64Array(weights.length);
  let db = 0;
  for (let i = 0; i < z.length; i++) {
    const e = sigmoid(z[i]) - y[i];
    db += e;
    for (let j = 0; j < dw.length; j++) dw[j] += e * X[i][j];
  }
  return {
    weights: Array.from(dw, (v, j) => v / z.length + 2 * l2 * weights[j]),
    bias: db / z.length,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const rate = options.learningRate;
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('rate');
  requireRows(X.length);
  const l2 = options.l2 ?? 0;
  let w = Array.from(options.weights ?? new Float64Array(X[0].length));
  let b = options.bias ?? 0;
  const history = [loss(X, y, w, b, l2)];
  Array.from({ length: Math.max(options.steps, 0) }).forEach(() => {
    const d = gradient(X, y, w, b, l2);
    w = w.map((v, j) => v - rate * d.weights[j]);
    b -= rate * d.bias;
    history.push(loss(X, y, w, b, l2));
  });
  return { weights: w, bias: b, losses: history };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
