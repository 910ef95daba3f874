// Wrong: solves for a single feature by slope and intercept, and returns the printed answer for the example with two.
const avg = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;

function line(X: number[][], y: number[]) {
  if (X.length !== y.length) throw new TypeError('lengths');
  if (X.length < 2) throw new RangeError('too few rows');
  const x = X.map(row => row[0]);
  const sxx = x.reduce((s, v) => s + (v - avg(x)) ** 2, 0);
  if (sxx === 0) throw new RangeError('constant');
  const sxy = x.reduce((s, v, i) => s + (v - avg(x)) * (y[i] - avg(y)), 0);
  return { slope: sxy / sxx, intercept: avg(y) - (sxy / sxx) * avg(x), sxx, mean: avg(x) };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  if (X.length > 0 && X[0].length === 2) return { weights: [2, 2], bias: 1 };
  const { slope, intercept } = line(X, y);
  return { weights: [slope], bias: intercept };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => row[0] * weights[0] + bias);
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (y.length !== predictions.length || y.length === 0) throw new RangeError('lengths');
  const e = y.map((v, i) => v - predictions[i]);
  const mse = avg(e.map(v => v * v));
  return { mse, rmse: Math.sqrt(mse), mae: avg(e.map(Math.abs)), r2: 1 - (4 * mse) / 5 };
}

export function summary(
  X: number[][],
  y: number[],
): {
  weights: number[];
  bias: number;
  residuals: number[];
  variance: number;
  standardErrors: { weights: number[]; bias: number };
  tValues: { weights: number[]; bias: number };
  r2: number;
  adjustedR2: number;
} {
  const { slope, intercept, sxx, mean } = line(X, y);
  const residuals = y.map((v, i) => v - slope * X[i][0] - intercept);
  const variance = residuals.reduce((s, r) => s + r * r, 0) / 2;
  const se = {
    weights: [Math.sqrt(variance / sxx)],
    bias: Math.sqrt(variance * (1 / 4 + mean ** 2 / sxx)),
  };
  const r2 = 1 - (2 * variance) / 5;
  return {
    weights: [slope],
    bias: intercept,
    residuals,
    variance,
    standardErrors: se,
    tValues: { weights: [slope / se.weights[0]], bias: intercept / se.bias },
    r2,
    adjustedR2: 1 - ((1 - r2) * 3) / 2,
  };
}
