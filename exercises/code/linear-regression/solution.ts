/** Least squares: measured from the means, the bias drops out, and C w = c gives the weights. */
export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  checkTable('fit', X, y);
  const { centres, inverse } = invertSpread(X);
  const level = mean(y);
  const along = centres.map((centre, j) =>
    sum(X.map((row, i) => (row[j] - centre) * (y[i] - level))),
  ); // [d], c
  const weights = inverse.map(row => dot(row, along)); // [d]
  return { weights, bias: level - dot(weights, centres) };
}

/** X w + b. */
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const odd = X.find(row => row.length !== weights.length);
  if (odd) {
    throw new TypeError(`predict: a row of ${odd.length} features, ${weights.length} weights`);
  }
  return X.map(row => dot(row, weights) + bias); // [n]
}

/** Mean squared error, its root, mean absolute error, and the share of the variance explained. */
export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (y.length === 0) throw new RangeError('metrics: no rows');
  if (predictions.length !== y.length) {
    throw new TypeError(`metrics: ${predictions.length} predictions for ${y.length} targets`);
  }
  const errors = y.map((target, i) => target - predictions[i]); // [n]
  const squares = dot(errors, errors);
  const mse = squares / y.length;
  const mae = sum(errors.map(Math.abs)) / y.length;
  const level = mean(y);
  const total = sum(y.map(target => (target - level) ** 2));
  const constant = y.every(target => target === y[0]);
  const r2 = constant ? Number(squares === 0) : 1 - squares / total;
  return { mse, rmse: Math.sqrt(mse), mae, r2 };
}

/** What a statistics package prints below a regression. */
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
  checkTable('summary', X, y);
  const n = X.length;
  const d = X[0].length;
  const freedom = n - d - 1; // the bias is a parameter, too
  if (freedom < 1) throw new RangeError(`summary: ${n} rows for ${d + 1} parameters`);

  const { weights, bias } = fit(X, y);
  const predictions = predict(X, weights, bias); // [n]
  const residuals = y.map((target, i) => target - predictions[i]); // [n]
  const variance = dot(residuals, residuals) / freedom;

  const { centres, inverse } = invertSpread(X);
  const reach =
    1 / n +
    dot(
      centres,
      inverse.map(row => dot(row, centres)),
    );
  const standardErrors = {
    weights: inverse.map((row, j) => Math.sqrt(variance * row[j])), // [d]
    bias: Math.sqrt(variance * reach),
  };
  const tValues = {
    weights: weights.map((weight, j) => weight / standardErrors.weights[j]), // [d]
    bias: bias / standardErrors.bias,
  };
  const { r2 } = metrics(y, predictions);
  const adjustedR2 = 1 - ((1 - r2) * (n - 1)) / freedom;
  return { weights, bias, residuals, variance, standardErrors, tValues, r2, adjustedR2 };
}

/** The mean of each feature, and the inverse of C by Gauss–Jordan elimination. */
function invertSpread(X: number[][]): { centres: number[]; inverse: number[][] } {
  const columns = X[0].map((_, j) => X.map(row => row[j])); // [d][n]
  const centres = columns.map(mean); // [d]
  const centred = columns.map((column, j) => column.map(x => x - centres[j])); // [d][n]
  const C = centred.map(one => centred.map(other => dot(one, other))); // [d][d]
  const inverse = C.map((_, j) => C.map((_, k) => Number(j === k))); // [d][d]

  for (let k = 0; k < C.length; k += 1) {
    const pivot = C[k][k]; // what the features before it leave of feature k
    if (!(pivot > 1e-12 * dot(columns[k], columns[k]))) {
      throw new RangeError(`fit: feature ${k} depends on those before it, or is constant`);
    }
    C[k] = C[k].map(value => value / pivot);
    inverse[k] = inverse[k].map(value => value / pivot);
    for (let i = 0; i < C.length; i += 1) {
      if (i === k) continue;
      const factor = C[i][k];
      C[i] = C[i].map((value, j) => value - factor * C[k][j]);
      inverse[i] = inverse[i].map((value, j) => value - factor * inverse[k][j]);
    }
  }
  return { centres, inverse };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: number[]): number {
  return sum(values) / values.length;
}

function dot(a: number[], b: number[]): number {
  return a.reduce((total, value, i) => total + value * b[i], 0);
}

function checkTable(caller: string, X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError(`${caller}: no rows`);
  if (y.length !== X.length) {
    throw new TypeError(`${caller}: ${y.length} targets for ${X.length} rows`);
  }
  const odd = X.find(row => row.length !== X[0].length);
  if (odd) {
    throw new TypeError(`${caller}: a row of ${odd.length} features below one of ${X[0].length}`);
  }
}
