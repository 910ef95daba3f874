// The sweep operator of the statisticians: one table of centred products, swept feature by feature in place.
function table(X: number[][], y: number[]) {
  if (X.length === 0) throw new Error('a regression needs rows');
  if (X.length !== y.length) throw new Error('a regression needs one target for each row');
  const width = X[0].length;
  const rows = X.map((row, i) => {
    if (row.length !== width) throw new Error(`row ${i} is ${row.length} wide, not ${width}`);
    return [...row, y[i]];
  });
  const means = rows[0].map((_, j) => rows.reduce((s, row) => s + row[j], 0) / rows.length);
  const sizes = rows[0].map((_, j) => rows.reduce((s, row) => s + row[j] * row[j], 0));
  const S = means.map((mj, j) =>
    means.map((mk, k) => rows.reduce((s, row) => s + (row[j] - mj) * (row[k] - mk), 0)),
  );
  for (let k = 0; k < width; k++) {
    if (!(S[k][k] > 1e-12 * sizes[k])) throw new Error(`feature ${k} adds nothing of its own`);
    sweep(S, k);
  }
  return { S, means, width };
}

function sweep(S: number[][], k: number): void {
  const p = S[k][k];
  for (let i = 0; i < S.length; i++) {
    if (i === k) continue;
    for (let j = 0; j < S.length; j++) if (j !== k) S[i][j] -= (S[i][k] * S[k][j]) / p;
  }
  for (let i = 0; i < S.length; i++) {
    if (i === k) continue;
    S[i][k] /= -p;
    S[k][i] /= p;
  }
  S[k][k] = 1 / p;
}

/** After the sweeps: the inverse, with weights in the last column and what is left of y in the corner. */
function read(X: number[][], y: number[]) {
  const { S, means, width } = table(X, y);
  const weights = S.slice(0, width).map(row => row[width]);
  const inverse = (j: number, k: number) => S[j][k];
  const bias = means[width] - weights.reduce((s, w, j) => s + w * means[j], 0);
  return { weights, bias, inverse, means };
}

export function fit(X: number[][], y: number[]) {
  const { weights, bias } = read(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const y: number[] = [];
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== weights.length) throw new Error('a row without a weight, or a weight too many'); // biome-ignore format: one line
    y[i] = bias;
    for (let j = 0; j < weights.length; j++) y[i] += X[i][j] * weights[j];
  }
  return y;
}

export function metrics(y: number[], predictions: number[]) {
  const n = y.length;
  if (n === 0 || n !== predictions.length) throw new Error('targets and predictions, one for one');
  const errors = predictions.map((p, i) => p - y[i]);
  const mse = errors.reduce((s, e) => s + (e * e) / n, 0);
  const mae = errors.reduce((s, e) => s + Math.abs(e) / n, 0);
  const level = y.reduce((s, t) => s + t, 0) / n;
  const all = y.reduce((s, t) => s + ((t - level) * (t - level)) / n, 0);
  if (all > 0) return { mse, rmse: Math.sqrt(mse), mae, r2: 1 - mse / all };
  return { mse, rmse: Math.sqrt(mse), mae, r2: mse > 0 ? 0 : 1 };
}

export function summary(X: number[][], y: number[]) {
  const { weights, bias, inverse, means } = read(X, y);
  const [n, d] = [X.length, weights.length];
  const spare = n - d - 1;
  if (spare < 1) throw new Error('no rows to spare');
  const fitted = predict(X, weights, bias);
  const residuals = y.map((t, i) => t - fitted[i]);
  const variance = residuals.reduce((s, e) => s + e * e, 0) / spare;
  let quadratic = 0;
  for (let j = 0; j < d; j++) for (let k = 0; k < d; k++) quadratic += means[j] * inverse(j, k) * means[k]; // biome-ignore format: one line
  const standardErrors = {
    weights: weights.map((_, j) => Math.sqrt(variance) * Math.sqrt(inverse(j, j))),
    bias: Math.sqrt(variance) * Math.sqrt(1 / n + quadratic),
  };
  const tValues = {
    weights: standardErrors.weights.map((se, j) => weights[j] / se),
    bias: bias / standardErrors.bias,
  };
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors,
    tValues,
    r2,
    adjustedR2: (spare - (1 - r2) * (n - 1)) / spare,
  };
}
