// Wrong: the standard error of a weight divides by C's own diagonal entry instead of taking the diagonal of the inverse, which is right for uncorrelated features only.
function rejectShapes(X: number[][], y: number[]) {
  if (X.length !== y.length) throw new TypeError('as many targets as rows');
  if (X.length === 0) throw new RangeError('rows');
  X.forEach((row, i) => {
    if (row.length !== X[0].length) throw new TypeError(`row ${i}`);
  });
}

function centre(X: number[][]) {
  const means = X[0].map((_, j) => X.reduce((s, row) => s + row[j], 0) / X.length);
  return { means, Z: X.map(row => row.map((v, j) => v - means[j])) };
}

function gram(Z: number[][]): number[][] {
  return Z[0].map((_, j) => Z[0].map((__, k) => Z.reduce((s, z) => s + z[j] * z[k], 0)));
}

function eliminate(C: number[][], rhs: number[], raw: number[]): number[] {
  const A = C.map((row, j) => [...row, rhs[j]]);
  const d = C.length;
  const done: number[] = [];
  while (done.length < d) {
    let p = -1;
    for (let j = 0; j < d; j += 1) {
      if (!done.includes(j) && (p < 0 || A[j][j] / raw[j] > A[p][p] / raw[p])) p = j;
    }
    if (!(A[p][p] > 1e-12 * raw[p])) throw new RangeError('not unique');
    for (let r = 0; r < d; r += 1) {
      if (r === p) continue;
      const f = A[r][p] / A[p][p];
      A[r] = A[r].map((v, k) => v - f * A[p][k]);
    }
    done.push(p);
  }
  return A.map((row, j) => row[d] / row[j]);
}

function train(X: number[][], y: number[]) {
  rejectShapes(X, y);
  if (X.length < X[0].length + 1) throw new RangeError('fewer than d + 1 rows');
  const { means, Z } = centre(X);
  const raw = means.map((_, j) => X.reduce((s, row) => s + row[j] ** 2, 0));
  if (raw.includes(0)) throw new RangeError('zero feature');
  const yMean = y.reduce((s, v) => s + v, 0) / y.length;
  const C = gram(Z);
  const c = means.map((_, j) => Z.reduce((s, z, i) => s + z[j] * (y[i] - yMean), 0));
  const weights = eliminate(C, c, raw);
  const forMeans = eliminate(C, means, raw);
  const bias = yMean - weights.reduce((s, w, j) => s + w * means[j], 0);
  return { weights, bias, C, leverage: forMeans.reduce((s, v, j) => s + v * means[j], 0) };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = train(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (!X.every(row => row.length === weights.length)) throw new TypeError('weights do not fit');
  return X.map(row => weights.reduce((s, w, j) => s + w * row[j], bias));
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (y.length !== predictions.length) throw new TypeError('lengths');
  if (y.length === 0) throw new RangeError('no rows');
  const n = y.length;
  const mean = y.reduce((s, v) => s + v, 0) / n;
  const rss = y.reduce((s, v, i) => s + (v - predictions[i]) ** 2, 0);
  const mae = y.reduce((s, v, i) => s + Math.abs(v - predictions[i]), 0) / n;
  let r2 = rss === 0 ? 1 : 0;
  if (y.some(v => v !== y[0])) r2 = 1 - rss / y.reduce((s, v) => s + (v - mean) ** 2, 0);
  return { mse: rss / n, rmse: Math.sqrt(rss / n), mae, r2 };
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
  const { weights, bias, C, leverage } = train(X, y);
  const n = X.length;
  const dof = n - weights.length - 1;
  if (dof < 1) throw new RangeError('exactly d + 1 rows');
  const fitted = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - fitted[i]);
  const variance = residuals.reduce((s, r) => s + r * r, 0) / dof;
  const standardErrors = {
    weights: C.map((row, j) => Math.sqrt(variance / row[j])),
    bias: Math.sqrt(variance * (1 / n + leverage)),
  };
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors,
    tValues: {
      weights: weights.map((w, j) => w / standardErrors.weights[j]),
      bias: bias / standardErrors.bias,
    },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / dof,
  };
}
