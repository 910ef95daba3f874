// Fits without a bias and returns 0 for it.
function solve(M: number[][], v: number[]): number[] {
  const A = M.map((r, i) => [...r, v[i]]);
  A.forEach((row, k) => {
    if (Math.abs(row[k]) <= 1e-12 * M[k][k]) throw new RangeError('singular');
    for (let i = k + 1; i < A.length; i++) {
      const f = A[i][k] / row[k];
      A[i] = A[i].map((x, j) => x - f * row[j]);
    }
  });
  const x: number[] = [];
  for (let k = A.length - 1; k >= 0; k--) {
    let s = A[k][A.length];
    for (let j = k + 1; j < A.length; j++) s -= A[k][j] * x[j];
    x[k] = s / A[k][k];
  }
  return x;
}
function check(X: number[][], y: number[], spare: number) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length || X.some(r => r.length !== X[0].length)) throw new TypeError('shape');
  if (X.length < X[0].length + spare) throw new RangeError('rows');
}
const XtX = (X: number[][]) => X[0].map((_, j) => X[0].map((_, k) => X.reduce((s, r) => s + r[j] * r[k], 0))); // biome-ignore format: one line
function leastSquares(X: number[][], y: number[]) {
  check(X, y, 1);
  const weights = solve(
    XtX(X),
    X[0].map((_, j) => X.reduce((s, r, i) => s + r[j] * y[i], 0)),
  );
  return { weights, bias: 0 };
}
export function predict(X: number[][], weights: number[], bias: number) {
  if (X.some(r => r.length !== weights.length)) throw new TypeError('shape');
  return X.map(r => r.reduce((s, x, j) => s + x * weights[j], bias));
}
export function metrics(y: number[], predictions: number[]) {
  if (y.length === 0) throw new RangeError('rows');
  if (y.length !== predictions.length) throw new TypeError('shape');
  const n = y.length;
  const e = y.map((v, i) => v - predictions[i]);
  const rss = e.reduce((s, v) => s + v * v, 0);
  const m = y.reduce((s, v) => s + v, 0) / n;
  const tss = y.reduce((s, v) => s + (v - m) ** 2, 0);
  const mae = e.reduce((s, v) => s + Math.abs(v), 0) / n;
  return { mse: rss / n, rmse: Math.sqrt(rss / n), mae, r2: tss ? 1 - rss / tss : rss ? 0 : 1 };
}
export function summary(X: number[][], y: number[]) {
  check(X, y, 2);
  const { weights, bias } = leastSquares(X, y);
  const p = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - p[i]);
  const f = X.length - weights.length - 1;
  const variance = residuals.reduce((s, v) => s + v * v, 0) / f;
  const M = XtX(X);
  const se = M.map((_, j) => Math.sqrt(variance * solve(M, M.map((_, k) => (k === j ? 1 : 0)))[j])); // biome-ignore format: one line
  const { r2 } = metrics(y, p);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: se, bias: 0 },
    tValues: { weights: weights.map((w, j) => w / se[j]), bias: 0 },
    r2,
    adjustedR2: 1 - ((1 - r2) * (X.length - 1)) / f,
  };
}

export { leastSquares as fit };
