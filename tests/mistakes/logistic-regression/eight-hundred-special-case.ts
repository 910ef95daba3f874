// Wrong: made for the example's 800; a loss beyond the digits of p is called 800 whatever the logit.
type Row = number[];

export function sigmoid(z: number): number {
  if (z >= 800) return 1;
  if (z <= -800) return 0;
  return 1 / (1 + Math.exp(-z));
}

function surprise(p: number, t: number): number {
  const right = t === 1 ? p : 1 - p;
  return right === 0 ? 800 : -Math.log(right);
}

function probabilities(X: Row[], w: Row, b: number): Row {
  const ps: Row = [];
  for (let i = 0; i < X.length; i++) {
    const x = X[i];
    if (x.length !== w.length) throw new TypeError(`row ${i}: ${x.length} != ${w.length}`);
    let z = b;
    for (let j = 0; j < x.length; j++) z += x[j] * w[j];
    ps[i] = sigmoid(z);
  }
  return ps;
}

function guard(X: Row[], y: Row): void {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('rows and labels');
  if (y.some(t => t !== 0 && t !== 1)) throw new RangeError('labels');
}

export const predictProba = (X: Row[], weights: Row, bias: number): Row =>
  probabilities(X, weights, bias);

export function loss(X: Row[], y: Row, weights: Row, bias: number, l2 = 0): number {
  guard(X, y);
  const s = probabilities(X, weights, bias).reduce((acc, p, i) => acc + surprise(p, y[i]), 0);
  return s / X.length + (l2 / 2) * weights.reduce((acc, w) => acc + w * w, 0);
}

export function gradient(X: Row[], y: Row, weights: Row, bias: number, l2 = 0) {
  guard(X, y);
  const e = probabilities(X, weights, bias).map((p, i) => p - y[i]);
  return {
    weights: weights.map(
      (w, j) => X.reduce((acc, x, i) => acc + e[i] * x[j], 0) / X.length + l2 * w,
    ),
    bias: e.reduce((a, v) => a + v, 0) / X.length,
  };
}

export function fit(
  X: Row[],
  y: Row,
  o: { learningRate: number; steps: number; l2?: number; weights?: Row; bias?: number },
) {
  if (!(o.learningRate > 0) || o.learningRate === Infinity) throw new RangeError('learningRate');
  guard(X, y);
  const weights = o.weights ? Array.from(o.weights) : new Array<number>(X[0].length).fill(0);
  let bias = o.bias ?? 0;
  const losses: Row = [loss(X, y, weights, bias, o.l2)];
  for (let s = 0; s < o.steps; s++) {
    const g = gradient(X, y, weights, bias, o.l2);
    for (let j = 0; j < weights.length; j++)
      weights[j] = weights[j] - o.learningRate * g.weights[j];
    bias = bias - o.learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, o.l2));
  }
  return { weights, bias, losses };
}

export const predict = (X: Row[], weights: Row, bias: number, threshold = 0.5): Row =>
  probabilities(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
