// Looks at dependence after centring only, so that a constant feature of 0.7 leaves a pivot of its own size.
const avg = (v: number[]): number => v.reduce((p, q) => p + q, 0) / v.length;
const prod = (u: number[], v: number[]): number => u.reduce((p, q, i) => p + q * v[i], 0);

const solveAll = (X: number[][], y: number[]) => {
  const n = X.length;
  if (n === 0) throw new RangeError('X is empty');
  const d = X[0].length;
  if (y.length !== n || !X.every(row => row.length === d))
    throw new TypeError('X and y do not fit');
  if (n < d + 1) throw new RangeError('underdetermined');
  const cols = X[0].map((_, j) => X.map(row => row[j]));
  const mu = cols.map(avg);
  const Z = cols.map((col, j) => col.map(v => v - mu[j]));
  const L: number[][] = Z.map(() => []);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let s = prod(Z[i], Z[j]);
      for (let m = 0; m < j; m++) s -= L[i][m] * L[j][m];
      if (i === j && s <= 1e-12 * prod(Z[i], Z[i])) throw new RangeError('collinear');
      L[i][j] = i === j ? Math.sqrt(s) : s / L[j][j];
    }
  }
  const down = (v: number[]) => {
    const u: number[] = [];
    for (let i = 0; i < d; i++) {
      let s = v[i];
      for (let j = 0; j < i; j++) s -= L[i][j] * u[j];
      u.push(s / L[i][i]);
    }
    return u;
  };
  const ybar = avg(y);
  const half = down(
    Z.map(z =>
      prod(
        z,
        y.map(v => v - ybar),
      ),
    ),
  );
  const weights = half.slice();
  for (let i = d - 1; i >= 0; i--) {
    for (let j = i + 1; j < d; j++) weights[i] -= L[j][i] * weights[j];
    weights[i] /= L[i][i];
  }
  const square = (v: number[]) => prod(v, v);
  const each = mu.map((_, j) => square(down(mu.map((_, k) => +(k === j)))));
  return { bias: ybar - prod(mu, weights), weights, spread: [1 / n + square(down(mu)), ...each] };
};

export const fit = (X: number[][], y: number[]) => {
  const all = solveAll(X, y);
  return { bias: all.bias, weights: all.weights };
};

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('predict: widths');
    return row.reduce((s, x, j) => s + x * weights[j], bias);
  });
}

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
