// Right: the centred matrix C of scaled features is inverted in place by pivots of the largest remaining share, and the weights are refined once.
interface Normal {
  inverse: number[][];
  means: number[];
  scales: number[];
  centred: number[][];
}

function checkShapes(X: number[][], y: number[]): void {
  if (X.length !== y.length) throw new TypeError('not as many targets as rows');
  if (X.length === 0) throw new RangeError('no rows');
  for (const row of X)
    if (row.length !== X[0].length) throw new TypeError('rows of different widths');
}

function average(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function prepare(X: number[][]): Normal {
  const n = X.length;
  const d = X[0].length;
  if (n < d + 1) throw new RangeError('too few rows for the weights to be unique');
  const scales: number[] = [];
  const means: number[] = [];
  const first: number[] = [];
  for (let j = 0; j < d; j += 1) {
    const scale = X.reduce((most, row) => Math.max(most, Math.abs(row[j])), 0);
    if (scale === 0) throw new RangeError(`feature ${j} is 0 throughout`);
    const column = X.map(row => row[j] / scale);
    scales.push(scale);
    means.push(average(column));
    first.push(column.reduce((sum, v) => sum + v * v, 0));
  }
  const centred = X.map(row => row.map((v, j) => v / scales[j] - means[j]));
  const C = scales.map((_, j) =>
    scales.map((_also, k) => centred.reduce((sum, row) => sum + row[j] * row[k], 0)),
  );

  const open = new Set(scales.keys());
  while (open.size > 0) {
    let pivot = -1;
    for (const j of open)
      if (pivot < 0 || C[j][j] / first[j] > C[pivot][pivot] / first[pivot]) pivot = j;
    const left = C[pivot][pivot];
    if (!(left > 1e-12 * first[pivot])) throw new RangeError(`feature ${pivot} depends on others`);
    open.delete(pivot);
    for (let j = 0; j < d; j += 1) if (j !== pivot) C[pivot][j] /= left;
    for (let i = 0; i < d; i += 1) {
      if (i === pivot) continue;
      const factor = C[i][pivot];
      for (let j = 0; j < d; j += 1) if (j !== pivot) C[i][j] -= factor * C[pivot][j];
      C[i][pivot] = -factor / left;
    }
    C[pivot][pivot] = 1 / left;
  }
  return { inverse: C, means, scales, centred };
}

function solve(
  { inverse, means, scales, centred }: Normal,
  y: number[],
): { weights: number[]; bias: number } {
  const yMean = average(y);
  const scaled: number[] = new Array(means.length).fill(0);
  for (let round = 0; round < 2; round += 1) {
    const rest = y.map((target, i) =>
      centred[i].reduce((sum, v, j) => sum - v * scaled[j], target - yMean),
    );
    const c = scaled.map((_, j) => centred.reduce((sum, row, i) => sum + row[j] * rest[i], 0));
    inverse.forEach((row, j) => {
      scaled[j] += row.reduce((sum, v, k) => sum + v * c[k], 0);
    });
  }
  return {
    weights: scaled.map((w, j) => w / scales[j]),
    bias: scaled.reduce((b, w, j) => b - w * means[j], yMean),
  };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  checkShapes(X, y);
  return solve(prepare(X), y);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('a row is not as wide as the weights');
    let sum = bias;
    for (let j = 0; j < row.length; j += 1) sum += row[j] * weights[j];
    return sum;
  });
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (y.length !== predictions.length) throw new TypeError('not as many predictions as targets');
  if (y.length === 0) throw new RangeError('no rows');
  const errors = y.map((target, i) => target - predictions[i]);
  const sse = errors.reduce((sum, e) => sum + e * e, 0);
  const mean = average(y);
  let r2: number;
  if (y.every(target => target === y[0])) r2 = errors.every(e => e === 0) ? 1 : 0;
  else r2 = 1 - sse / y.reduce((sum, target) => sum + (target - mean) ** 2, 0);
  const mse = sse / y.length;
  return { mse, rmse: Math.sqrt(mse), mae: average(errors.map(Math.abs)), r2 };
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
  checkShapes(X, y);
  const n = X.length;
  const d = X[0].length;
  const normal = prepare(X);
  if (n === d + 1) throw new RangeError('no rows left for the variance');
  const { weights, bias } = solve(normal, y);
  const predictions = predict(X, weights, bias);
  const residuals = y.map((target, i) => target - predictions[i]);
  const variance = residuals.reduce((sum, r) => sum + r * r, 0) / (n - d - 1);
  const { inverse, means, scales } = normal;
  const seWeights = scales.map((scale, j) => Math.sqrt(variance * inverse[j][j]) / scale);
  const form = means.reduce(
    (sum, m, j) => sum + m * inverse[j].reduce((s, v, k) => s + v * means[k], 0),
    0,
  );
  const seBias = Math.sqrt(variance * (1 / n + form));
  const { r2 } = metrics(y, predictions);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: seWeights, bias: seBias },
    tValues: { weights: weights.map((w, j) => w / seWeights[j]), bias: bias / seBias },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - d - 1),
  };
}
