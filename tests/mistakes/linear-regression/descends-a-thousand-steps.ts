// Walks downhill a thousand steps with a rate of 0.01 instead of solving.
function leastSquares(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('targets');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('widths');
  let weights = X[0].map(() => 0);
  let bias = 0;
  for (let step = 0; step < 1000; step++) {
    const errors = predict(X, weights, bias).map((p, i) => p - y[i]);
    weights = weights.map((w, j) => w - (0.02 / X.length) * errors.reduce((s, e, i) => s + e * X[i][j], 0)); // biome-ignore format: one line
    bias -= (0.02 / X.length) * errors.reduce((s, e) => s + e, 0);
  }
  return { weights, bias };
}
export function predict(X: number[][], weights: number[], bias: number) {
  if (X.some(row => row.length !== weights.length)) throw new TypeError('widths');
  return X.map(row => row.reduce((s, x, j) => s + x * weights[j], bias));
}
export function metrics(y: number[], predictions: number[]) {
  if (y.length !== predictions.length) throw new TypeError('lengths');
  if (y.length === 0) throw new RangeError('none');
  const n = y.length;
  const mse = y.reduce((s, v, i) => s + (v - predictions[i]) ** 2, 0) / n;
  const mae = y.reduce((s, v, i) => s + Math.abs(v - predictions[i]), 0) / n;
  const m = y.reduce((s, v) => s + v, 0) / n;
  const v = y.reduce((s, t) => s + (t - m) ** 2, 0) / n;
  return { mse, rmse: Math.sqrt(mse), mae, r2: v === 0 ? (mse === 0 ? 1 : 0) : 1 - mse / v };
}
export function summary(X: number[][], y: number[]) {
  const { weights, bias } = leastSquares(X, y);
  const p = predict(X, weights, bias);
  const residuals = y.map((t, i) => t - p[i]);
  const df = X.length - weights.length - 1;
  if (df < 1) throw new RangeError('freedom');
  const variance = residuals.reduce((s, e) => s + e * e, 0) / df;
  const { r2 } = metrics(y, p);
  const se = weights.map(() => Math.sqrt(variance / X.length));
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: se, bias: Math.sqrt(variance / X.length) },
    tValues: {
      weights: weights.map((w, j) => w / se[j]),
      bias: bias / Math.sqrt(variance / X.length),
    },
    r2,
    adjustedR2: 1 - ((1 - r2) * (X.length - 1)) / df,
  };
}

export { leastSquares as fit };
