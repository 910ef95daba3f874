// Does not compare the number of targets with that of rows.
function solveAll(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged');
  const A = X.map(r => [1, ...r]);
  const k = A[0].length;
  const M: number[][] = [];
  for (let i = 0; i < k; i++) {
    M[i] = [];
    for (let j = 0; j < k; j++) M[i][j] = A.reduce((s, r) => s + r[i] * r[j], 0);
    for (let j = 0; j < k; j++) M[i].push(i === j ? 1 : 0);
  }
  const sizes = M.map((r, i) => r[i]);
  for (let c = 0; c < k; c++) {
    const p = M[c][c];
    if (!(Math.abs(p) > 1e-12 * sizes[c])) throw new RangeError('singular');
    for (let j = 0; j < 2 * k; j++) M[c][j] /= p;
    for (let i = 0; i < k; i++) {
      if (i === c) continue;
      const f = M[i][c];
      for (let j = 0; j < 2 * k; j++) M[i][j] -= f * M[c][j];
    }
  }
  const inv = M.map(r => r.slice(k));
  const right = sizes.map((_, j) => A.reduce((s, r, i) => s + r[j] * y[i], 0));
  const beta = inv.map(r => r.reduce((s, v, j) => s + v * right[j], 0));
  return { bias: beta[0], weights: beta.slice(1), spread: inv.map((r, i) => r[i]) };
}

export const fit = (X: number[][], y: number[]) => {
  const all = solveAll(X, y);
  return { bias: all.bias, weights: all.weights };
};

export const predict = (X: number[][], weights: number[], bias: number): number[] => {
  if (X.some(row => row.length !== weights.length))
    throw new TypeError('one weight for each feature');
  const out: number[] = [];
  for (const row of X) {
    let value = bias;
    for (let j = 0; j < row.length; j++) value += weights[j] * row[j];
    out.push(value);
  }
  return out;
};

const meanOf = (v: readonly number[]) => v.reduce((s, x) => s + x, 0) / v.length;
export const metrics = (y: number[], predictions: number[]) => {
  if (y.length !== predictions.length) throw new TypeError('targets and predictions');
  if (y.length === 0) throw new RangeError('no targets');
  const gaps = y.map((t, i) => t - predictions[i]);
  const mse = meanOf(gaps.map(g => g * g));
  const centre = meanOf(y);
  const spread = meanOf(y.map(t => (t - centre) ** 2));
  const mae = meanOf(gaps.map(g => Math.abs(g)));
  if (new Set(y).size === 1) return { mse, rmse: Math.sqrt(mse), mae, r2: mse === 0 ? 1 : 0 };
  return { mse, rmse: Math.sqrt(mse), mae, r2: 1 - mse / spread };
};

export const summary = (X: number[][], y: number[]) => {
  const all = solveAll(X, y);
  const freedom = X.length - all.spread.length;
  if (freedom < 1) throw new RangeError('no degrees of freedom');
  const predictions = predict(X, all.weights, all.bias);
  const residuals: number[] = [];
  let variance = 0;
  for (const [i, target] of y.entries()) {
    residuals.push(target - predictions[i]);
    variance += residuals[i] ** 2 / freedom;
  }
  const [biasError, ...errors] = all.spread.map(s => Math.sqrt(s) * Math.sqrt(variance));
  const { r2 } = metrics(y, predictions);
  const adjustedR2 = 1 - (1 - r2) * ((X.length - 1) / freedom);
  const tValues = { weights: errors.map((e, j) => all.weights[j] / e), bias: all.bias / biasError };
  const standardErrors = { weights: errors, bias: biasError };
  const { weights, bias } = all;
  return { weights, bias, residuals, variance, standardErrors, tValues, r2, adjustedR2 };
};
