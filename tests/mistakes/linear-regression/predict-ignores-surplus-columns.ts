// Wrong: predict runs over the weights only and never looks at the width of the rows, so wider rows are accepted.
const mean = (v: number[]): number => v.reduce((s, x) => s + x, 0) / v.length;

function determinantFreeInverse(C: number[][], raw: number[]): number[][] {
  // bordering: the inverse grows by one feature at a time
  let inv: number[][] = [];
  C.forEach((row, m) => {
    const b = row.slice(0, m);
    const u = inv.map(r => r.reduce((s, v, k) => s + v * b[k], 0));
    const left = row[m] - u.reduce((s, v, k) => s + v * b[k], 0);
    if (!(left > 1e-12 * raw[m])) throw new RangeError('the weights are not unique');
    inv = [
      ...inv.map((r, i) => [...r.map((v, k) => v + (u[i] * u[k]) / left), -u[i] / left]),
      [...u.map(v => -v / left), 1 / left],
    ];
  });
  return inv;
}

function model(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('rows and targets');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('widths');
  if (X.length <= X[0].length) throw new RangeError('rows');
  const xm = X[0].map((_, j) => mean(X.map(row => row[j])));
  const ym = mean(y);
  const cov = (j: number, k: number) =>
    X.reduce((s, row) => s + (row[j] - xm[j]) * (row[k] - xm[k]), 0);
  const C = xm.map((_, j) => xm.map((__, k) => cov(j, k)));
  const inv = determinantFreeInverse(
    C,
    xm.map((_, j) => X.reduce((s, row) => s + row[j] * row[j], 0)),
  );
  const c = xm.map((m, j) => X.reduce((s, row, i) => s + (row[j] - m) * (y[i] - ym), 0));
  const weights = inv.map(row => row.reduce((s, v, k) => s + v * c[k], 0));
  return { xm, inv, weights, bias: ym - weights.reduce((s, w, j) => s + w * xm[j], 0) };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = model(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => weights.reduce((sum, w, j) => sum + w * row[j], bias));
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (y.length !== predictions.length) throw new TypeError('targets and predictions');
  if (y.length === 0) throw new RangeError('no rows');
  const squares = y.map((v, i) => (v - predictions[i]) ** 2);
  const mse = mean(squares);
  const mae = mean(y.map((v, i) => Math.abs(v - predictions[i])));
  const level = mean(y);
  const r2 = y.every(v => v === y[0])
    ? mae === 0
      ? 1
      : 0
    : 1 - mse / mean(y.map(v => (v - level) ** 2));
  return { mse, rmse: Math.sqrt(mse), mae, r2 };
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
  const { xm, inv, weights, bias } = model(X, y);
  const n = X.length;
  const d = weights.length;
  if (n === d + 1) throw new RangeError('nothing left for the variance');
  const fitted = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - fitted[i]);
  const variance = residuals.reduce((s, r) => s + r ** 2, 0) / (n - d - 1);
  const quad = xm.reduce((s, a, j) => s + xm.reduce((t, b, k) => t + a * inv[j][k] * b, 0), 0);
  const errors = {
    weights: weights.map((_, j) => Math.sqrt(variance * inv[j][j])),
    bias: Math.sqrt(variance * (1 / n + quad)),
  };
  const r2 = metrics(y, fitted).r2;
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: errors,
    tValues: { weights: weights.map((w, j) => w / errors.weights[j]), bias: bias / errors.bias },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - d - 1),
  };
}
