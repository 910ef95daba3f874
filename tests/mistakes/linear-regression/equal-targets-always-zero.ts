// Gives 0 for equal targets, also where all predictions are right.
function solveAll(X: number[][], y: number[]) {
  const n = X.length;
  if (n < 1) throw new RangeError('nothing to fit');
  for (let i = 0; i < n; ++i) {
    if (X[i].length !== X[0].length) throw new TypeError('row ' + i + ' has another width');
  }
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
  const r2 = tot === 0 ? 0 : 1 - ss / tot;
  return { mse: ss / n, rmse: Math.sqrt(ss / n), mae: sa / n, r2 };
}

export function summary(X: number[][], y: number[]) {
  const { bias, weights, spread } = solveAll(X, y);
  const n = X.length;
  const d = weights.length;
  if (n <= d + 1) throw new RangeError('summary: too few rows');
  const fitted = predict(X, weights, bias);
  const residuals = y.map((t, i) => t - fitted[i]);
  const rss = residuals.reduce((s, e) => s + e * e, 0);
  const variance = rss / (n - d - 1);
  const se = spread.map(v => Math.sqrt(variance * v));
  const r2 = metrics(y, fitted).r2;
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: se.slice(1), bias: se[0] },
    tValues: { weights: weights.map((w, j) => w / se[j + 1]), bias: bias / se[0] },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - d - 1),
  };
}
