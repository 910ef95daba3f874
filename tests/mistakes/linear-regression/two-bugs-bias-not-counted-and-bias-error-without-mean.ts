// Wrong: the degrees of freedom are n - d as if the bias were not fitted, and the bias's standard error leaves out the mean's term.
function inverse(M: number[][]): number[][] {
  const d = M.length;
  const A = M.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  const start = M.map((row, i) => row[i]);
  for (let c = 0; c < d; c++) {
    if (!(A[c][c] > 1e-12 * start[c])) throw new RangeError('singular');
    const p = A[c][c];
    A[c] = A[c].map(v => v / p);
    for (let r = 0; r < d; r++)
      if (r !== c) {
        const f = A[r][c];
        A[r] = A[r].map((v, k) => v - f * A[c][k]);
      }
  }
  return A.map(row => row.slice(d));
}

function setup(X: number[][], y: number[]) {
  if (X.length !== y.length || X.some(r => r.length !== X[0].length))
    throw new TypeError('lengths');
  if (X.length === 0) throw new RangeError('no rows');
  const n = X.length;
  const d = X[0].length;
  if (n < d + 1) throw new RangeError('rows');
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / n;
  const xm = X[0].map((_, j) => mean(X.map(r => r[j])));
  const ym = mean(y);
  X[0].forEach((_, j) => {
    const raw = X.reduce((s, r) => s + r[j] ** 2, 0);
    const own = X.reduce((s, r) => s + (r[j] - xm[j]) ** 2, 0);
    if (own <= 1e-12 * raw) throw new RangeError('constant feature');
  });
  const C = xm.map((_, j) =>
    xm.map((__, k) => X.reduce((s, r) => s + (r[j] - xm[j]) * (r[k] - xm[k]), 0)),
  );
  const I = inverse(C);
  const c = xm.map((_, j) => X.reduce((s, r, i) => s + (r[j] - xm[j]) * (y[i] - ym), 0));
  const weights = I.map(row => row.reduce((s, v, k) => s + v * c[k], 0));
  return { n, d, I, weights, bias: ym - weights.reduce((s, w, j) => s + w * xm[j], 0) };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = setup(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.some(r => r.length !== weights.length)) throw new TypeError('width');
  return X.map(r => r.reduce((s, v, j) => s + v * weights[j], bias));
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (y.length !== predictions.length) throw new TypeError('lengths');
  if (!y.length) throw new RangeError('no rows');
  const e = y.map((v, i) => v - predictions[i]);
  const sse = e.reduce((s, v) => s + v * v, 0);
  const m = y.reduce((a, b) => a + b, 0) / y.length;
  const sst = y.reduce((s, v) => s + (v - m) ** 2, 0);
  const same = y.every(v => v === y[0]);
  return {
    mse: sse / y.length,
    rmse: Math.sqrt(sse / y.length),
    mae: e.reduce((s, v) => s + Math.abs(v), 0) / y.length,
    r2: same ? (sse === 0 ? 1 : 0) : 1 - sse / sst,
  };
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
  const { n, d, I, weights, bias } = setup(X, y);
  if (n - d - 1 <= 0) throw new RangeError('no freedom');
  const p = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - p[i]);
  const variance = residuals.reduce((s, r) => s + r * r, 0) / (n - d);
  const se = {
    weights: I.map((row, j) => Math.sqrt(variance * row[j])),
    bias: Math.sqrt(variance / n),
  };
  const { r2 } = metrics(y, p);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: se,
    tValues: { weights: weights.map((w, j) => w / se.weights[j]), bias: bias / se.bias },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - d - 1),
  };
}
