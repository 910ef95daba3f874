// Two mistakes: t values are squared (F), and mse is a sum.
function solveAll(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('rows and targets');
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

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = solveAll(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('predict: widths');
    return row.reduce((s, x, j) => s + x * weights[j], bias);
  });
}

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
  return { mse: ss, rmse: Math.sqrt(ss / n), mae: sa / n, r2 };
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
    tValues: { weights: weights.map((w, j) => (w / se[j + 1]) ** 2), bias: (bias / se[0]) ** 2 },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - d - 1),
  };
}
