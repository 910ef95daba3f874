// Regresses on one feature at a time, as if the others were not there.
const mean = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length;
function shape(ok: boolean) {
  if (!ok) throw new TypeError('shape');
}
function simple(x: number[], y: number[]) {
  const [a, b] = [mean(x), mean(y)];
  const sxx = x.reduce((s, v) => s + (v - a) ** 2, 0);
  if (sxx <= 1e-12 * x.reduce((s, v) => s + v * v, 0)) throw new RangeError('constant');
  return { slope: x.reduce((s, v, i) => s + (v - a) * (y[i] - b), 0) / sxx, sxx, a, b };
}
function leastSquares(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('empty');
  shape(y.length === X.length && X.every(r => r.length === X[0].length));
  if (X.length <= X[0].length) throw new RangeError('few rows');
  const lines = X[0].map((_, j) => simple(X.map(r => r[j]), y)); // biome-ignore format: one line
  const weights = lines.map(line => line.slope);
  return { weights, bias: mean(y) - lines.reduce((s, line) => s + line.slope * line.a, 0) };
}
export function predict(X: number[][], weights: number[], bias: number) {
  shape(X.every(r => r.length === weights.length));
  return X.map(r => r.reduce((s, x, j) => s + x * weights[j], bias));
}
export function metrics(y: number[], predictions: number[]) {
  if (y.length === 0) throw new RangeError('empty');
  shape(y.length === predictions.length);
  const e = y.map((v, i) => v - predictions[i]);
  const mse = mean(e.map(v => v * v));
  const m = mean(y);
  const all = mean(y.map(v => (v - m) ** 2));
  const r2 = all === 0 ? Number(mse === 0) : 1 - mse / all;
  return { mse, rmse: Math.sqrt(mse), mae: mean(e.map(Math.abs)), r2 };
}
export function summary(X: number[][], y: number[]) {
  const { weights, bias } = leastSquares(X, y);
  const n = X.length;
  const df = n - weights.length - 1;
  if (df < 1) throw new RangeError('freedom');
  const p = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - p[i]);
  const variance = residuals.reduce((s, v) => s + v * v, 0) / df;
  const lines = X[0].map((_, j) => simple(X.map(r => r[j]), y)); // biome-ignore format: one line
  const se = lines.map(({ sxx }) => Math.sqrt(variance / sxx));
  const reach = lines.reduce((s, { a, sxx }) => s + (a * a) / sxx, 1 / n);
  const seBias = Math.sqrt(variance * reach);
  const { r2 } = metrics(y, p);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: se, bias: seBias },
    tValues: { weights: weights.map((w, j) => w / se[j]), bias: bias / seBias },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / df,
  };
}

export { leastSquares as fit };
