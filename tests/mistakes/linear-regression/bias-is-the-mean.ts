// Solves in centred features, and returns the bias that belongs to those.
type M = number[][];
const T = (A: M): M => A[0].map((_, j) => A.map(row => row[j]));
const mul = (A: M, B: M): M =>
  A.map(row => T(B).map(c => c.reduce((s, x, i) => s + x * row[i], 0)));
function inv(A: M): M {
  const n = A.length;
  const W = A.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    const p = W[k][k];
    W[k] = W[k].map(x => x / p);
    for (let i = 0; i < n; i++) if (i !== k) W[i] = W[i].map((x, j) => x - W[i][k] * W[k][j]);
  }
  return W.map(row => row.slice(n));
}
function prepare(X: M, y: number[]) {
  if (X.length === 0) throw new RangeError('empty');
  if (y.length !== X.length) throw new TypeError('y');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('X');
  const columns = T(X);
  const means = columns.map(c => c.reduce((s, x) => s + x, 0) / c.length);
  const Z = X.map(row => row.map((x, j) => x - means[j]));
  const C = mul(T(Z), Z);
  // what is left of each feature, from the inverse: 1 / (C⁻¹)ⱼⱼ
  const inverse = inv(C);
  columns.forEach((c, j) => {
    const left = 1 / inverse[j][j];
    const size = c.reduce((s, x) => s + x * x, 0);
    if (!(left > 1e-12 * size && left < 2 * size)) throw new RangeError('dependent');
  });
  if (X.length < means.length + 1) throw new RangeError('few');
  return { Z, C, inverse, means };
}
function leastSquares(X: M, y: number[]) {
  const { Z, inverse } = prepare(X, y);
  const bias = y.reduce((s, t) => s + t, 0) / y.length;
  const weights = mul(inverse, mul(T(Z), y.map(t => [t - bias]))).flat(); // biome-ignore format: one line
  return { weights, bias };
}
export function predict(X: M, weights: number[], bias: number) {
  if (X.some(row => row.length !== weights.length)) throw new TypeError('weights');
  return X.map(row => row.reduce((s, x, j) => s + x * weights[j], bias));
}
export function metrics(y: number[], predictions: number[]) {
  const n = y.length;
  if (n === 0) throw new RangeError('y');
  if (predictions.length !== n) throw new TypeError('predictions');
  const d = y.map((t, i) => t - predictions[i]);
  const ss = d.reduce((s, e) => s + e * e, 0);
  const m = y.reduce((s, t) => s + t, 0) / n;
  const tt = y.reduce((s, t) => s + (t - m) ** 2, 0);
  const mae = d.reduce((s, e) => s + Math.abs(e), 0) / n;
  return { mse: ss / n, rmse: Math.sqrt(ss / n), mae, r2: tt > 0 ? 1 - ss / tt : ss > 0 ? 0 : 1 };
}
export function summary(X: M, y: number[]) {
  const { Z, inverse } = prepare(X, y);
  const { weights, bias } = leastSquares(X, y);
  const [n, d] = [X.length, weights.length];
  if (n <= d + 1) throw new RangeError('freedom');
  const fitted = predict(Z, weights, bias);
  const residuals = y.map((t, i) => t - fitted[i]);
  const variance = residuals.reduce((s, e) => s + e * e, 0) / (n - d - 1);
  const se = inverse.map((row, j) => Math.sqrt(variance * row[j]));
  const se0 = Math.sqrt(variance / n);
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: se, bias: se0 },
    tValues: { weights: weights.map((w, j) => w / se[j]), bias: bias / se0 },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - d - 1),
  };
}

export { leastSquares as fit };
