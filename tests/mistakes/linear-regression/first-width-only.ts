// Looks at the width of the first and the last row only.
function solveAll(X: number[][], y: number[]) {
  const n = X.length;
  if (n < 1) throw new RangeError('nothing to fit');
  if (X[n - 1].length !== X[0].length) throw new TypeError('width');
  if (y.length !== n) throw new TypeError('y has another length');
  const d = X[0].length;
  const m = new Array<number>(d + 1).fill(0);
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j < d; ++j) m[j] += X[i][j] / n;
    m[d] += y[i] / n;
  }
  // the centred table, with y as the last column, and an identity to the right
  const T: number[][] = [];
  const size: number[] = [];
  for (let j = 0; j < d; ++j) {
    T.push([]);
    size.push(0);
    for (let k = 0; k <= d; ++k) {
      let s = 0;
      for (let i = 0; i < n; ++i) s += (X[i][j] - m[j]) * ((k < d ? X[i][k] : y[i]) - m[k]);
      T[j].push(s);
    }
    for (let k = 0; k < d; ++k) T[j].push(k === j ? 1 : 0);
    for (let i = 0; i < n; ++i) size[j] += X[i][j] * X[i][j];
  }
  for (let p = 0; p < d; ++p) {
    const pivot = T[p][p];
    if (!(pivot > 1e-12 * size[p])) throw new RangeError('feature ' + p + ' is redundant');
    T[p] = T[p].map(v => v / pivot);
    for (let j = 0; j < d; ++j) {
      if (j === p) continue;
      const times = T[j][p];
      T[j] = T[j].map((v, k) => v - times * T[p][k]);
    }
  }
  let bias = m[d];
  let quad = 1 / n;
  for (let j = 0; j < d; ++j) {
    bias -= T[j][d] * m[j];
    for (let k = 0; k < d; ++k) quad += m[j] * T[j][d + 1 + k] * m[k];
  }
  const weights = T.map(row => row[d]);
  return { bias, weights, spread: [quad, ...T.map((row, j) => row[d + 1 + j])] };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = solveAll(X, y);
  return { weights, bias };
}

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

export function metrics(y: number[], predictions: number[]) {
  const n = y.length;
  if (n === 0) throw new RangeError('metrics: empty');
  if (n !== predictions.length) throw new TypeError('metrics: lengths');
  let ss = 0;
  let sa = 0;
  for (let i = 0; i < n; i++) {
    ss += (y[i] - predictions[i]) ** 2;
    sa += Math.abs(y[i] - predictions[i]);
  }
  const mean = y.reduce((s, v) => s + v, 0) / n;
  const tot = y.reduce((s, v) => s + (v - mean) ** 2, 0);
  const r2 = tot === 0 ? (ss === 0 ? 1 : 0) : 1 - ss / tot;
  return { mse: ss / n, rmse: Math.sqrt(ss / n), mae: sa / n, r2 };
}

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
