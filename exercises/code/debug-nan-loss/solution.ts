export function binaryLabels(y: number[]): number[] {
  const strange = y.find(label => label !== 1 && label !== 0 && label !== -1);
  if (strange !== undefined) throw new RangeError(`binaryLabels: a label of ${strange}`);
  if (y.includes(0) && y.includes(-1)) {
    throw new RangeError('binaryLabels: 0 and −1 are two codes for one class');
  }
  return y.map(label => (label === 1 ? 1 : 0)); // [n]
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  checkRows('standardise', X);
  const columns = X[0].map((_, j) => X.map(row => row[j])); // [d][n]
  const means = columns.map(column => (isConstant(column) ? column[0] : mean(column))); // [d]
  const deviations = columns.map((column, j) =>
    isConstant(column) ? 1 : Math.sqrt(mean(column.map(x => (x - means[j]) ** 2))),
  ); // [d]
  const Z = X.map(row => row.map((x, j) => (x - means[j]) / deviations[j])); // [n][d]
  return { Z, means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (y.length !== logits.length) {
    throw new TypeError(`logLoss: ${y.length} labels for ${logits.length} logits`);
  }
  return mean(logits.map((z, i) => softplus(z) - y[i] * z));
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`train: learning rate ${learningRate}`);
  }
  checkRows('train', X);
  if (y.length !== X.length) {
    throw new TypeError(`train: ${y.length} labels for ${X.length} rows`);
  }
  const labels = binaryLabels(y); // [n]
  const { Z, means, deviations } = standardise(X);

  let slopes = means.map(() => 0); // [d], the weights of the standardised features
  let level = 0; // and their bias
  let logits = scores(Z, slopes, level); // [n]
  const losses = [logLoss(logits, labels)];
  for (let step = 0; step < steps; step += 1) {
    const errors = logits.map((z, i) => sigmoid(z) - labels[i]); // [n]
    const gradient = slopes.map((_, j) => mean(errors.map((error, i) => error * Z[i][j]))); // [d]
    slopes = slopes.map((slope, j) => slope - learningRate * gradient[j]);
    level -= learningRate * mean(errors);
    logits = scores(Z, slopes, level);
    losses.push(logLoss(logits, labels));
  }

  // slope · (x − mean) / deviation = weight · x − weight · mean
  const weights = slopes.map((slope, j) => slope / deviations[j]); // [d]
  const bias = level - weights.reduce((sum, weight, j) => sum + weight * means[j], 0);
  return { weights, bias, losses };
}

/** Rounding may set the mean of equal fractions beside them, so their deviation need not come out as 0. */
function isConstant(column: number[]): boolean {
  return column.every(x => x === column[0]);
}

/** @returns the linear score of each row [n]. */
function scores(Z: number[][], weights: number[], bias: number): number[] {
  return Z.map(row => row.reduce((sum, z, j) => sum + z * weights[j], bias));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z)); // where the power is Infinity, this is 0
}

/** log(1 + eᶻ) without a large power: the loss of a logit on label 0. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function checkRows(caller: string, X: number[][]): void {
  if (X.length === 0) throw new RangeError(`${caller}: no rows`);
  const odd = X.find(row => row.length !== X[0].length);
  if (odd) throw new TypeError(`${caller}: rows of ${X[0].length} and of ${odd.length} features`);
}
