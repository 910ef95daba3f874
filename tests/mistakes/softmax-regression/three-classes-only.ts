// Written for the three classes of the example.
type Three = [number, number, number];
export function logSumExp([a, b, c]: number[]): number {
  const m = Math.max(a, b, c);
  return m + Math.log(Math.exp(a - m) + Math.exp(b - m) + Math.exp(c - m));
}
export function softmax([a, b, c]: number[]): number[] {
  const l = logSumExp([a, b, c]);
  return [Math.exp(a - l), Math.exp(b - l), Math.exp(c - l)];
}
function z(x: number[], W: number[][], b: number[]): Three {
  const out: Three = [b[0], b[1], b[2]];
  for (let j = 0; j < x.length; j++) {
    out[0] += x[j] * W[j][0];
    out[1] += x[j] * W[j][1];
    out[2] += x[j] * W[j][2];
  }
  return out;
}
function sane(X: number[][], W: number[][], b: number[]) {
  for (const row of W) if (row.length !== b.length) throw new TypeError('W');
  for (const row of X) if (row.length !== W.length) throw new TypeError('X');
}
function labels(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  for (const c of y) if (![0, 1, 2, 3, 4, 5].slice(0, K).includes(c)) throw new RangeError('y');
}
export function predictProba(X: number[][], W: number[][], b: number[]) {
  sane(X, W, b);
  return X.map(x => softmax(z(x, W, b)));
}
export function predict(X: number[][], W: number[][], b: number[]) {
  sane(X, W, b);
  return X.map(x => {
    const [p, q, r] = z(x, W, b);
    if (p >= q && p >= r) return 0;
    return q >= r ? 1 : 2;
  });
}
export function loss(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  sane(X, W, b);
  labels(X, y, b.length);
  const ce = X.reduce((s, x, i) => s + logSumExp(z(x, W, b)) - z(x, W, b)[y[i]], 0) / X.length;
  return ce + (l2 / 2) * W.reduce((s, r) => s + r[0] ** 2 + r[1] ** 2 + r[2] ** 2, 0);
}
export function gradient(X: number[][], y: number[], W: number[][], b: number[], l2 = 0) {
  sane(X, W, b);
  labels(X, y, b.length);
  const weights = W.map(r => r.slice(0, 3).map(w => l2 * w));
  const bias = [0, 0, 0];
  X.forEach((x, i) => {
    const p = softmax(z(x, W, b));
    for (let k = 0; k < 3; k++) {
      const e = (p[k] - (y[i] === k ? 1 : 0)) / X.length;
      bias[k] += e;
      x.forEach((v, j) => {
        weights[j][k] += e * v;
      });
    }
  });
  return { weights, bias };
}
export function fit(
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(o.learningRate > 0 && o.learningRate < 1e300)) throw new RangeError('rate');
  labels(X, y, o.classes);
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('X');
  let W = X[0].map(() => [0, 0, 0]);
  let b = [0, 0, 0];
  const losses = [loss(X, y, W, b, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, W, b, o.l2);
    W = W.map((r, j) => r.map((w, k) => w - o.learningRate * g.weights[j][k]));
    b = b.map((v, k) => v - o.learningRate * g.bias[k]);
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
}
