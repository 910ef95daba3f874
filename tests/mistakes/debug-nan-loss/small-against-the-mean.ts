// A deviation is small where it is below a share of the mean, which no column of zeros is.
export function binaryLabels(y: number[]): number[] {
  const isCode = (low: number) => y.every(label => label === low || label === 1);
  if (!isCode(0) && !isCode(-1)) throw new RangeError('binaryLabels: not 0 and 1, nor −1 and 1');
  return y.map(label => (label > 0 ? 1 : 0)); // [n]
}

/** Each column of X [n][d] moved to mean 0 and divided by its population deviation. */
export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  checkRows('standardise', X);
  const means = X[0].map((_, j) => mean(X.map(row => row[j]))); // [d]
  const deviations = means
    .map((m, j) => Math.sqrt(mean(X.map(row => (row[j] - m) ** 2))))
    .map((s, j) => (s < 1e-12 * Math.abs(means[j]) ? 1 : s)); // [d]
  const Z = X.map(row => row.map((x, j) => (x - means[j]) / deviations[j])); // [n][d]
  return { Z, means, deviations };
}

/** The mean cross-entropy in nats of logits [n] on labels y [n]. */
export function logLoss(logits: number[], y: number[]): number {
  if (y.length !== logits.length) {
    throw new TypeError(`logLoss: ${y.length} labels for ${logits.length} logits`);
  }
  const nats = logits.map((z, i) => {
    const wrongBy = y[i] === 1 ? -z : z;
    return Math.max(wrongBy, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }); // [n]
  return mean(nats);
}

/** Logistic regression by gradient descent from zeros: weights [d], bias, losses [steps + 1]. */
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

  let weights = X[0].map(() => 0); // [d]
  let bias = 0;
  let logits = scores(Z, weights, bias); // [n]
  const losses = [logLoss(logits, labels)];
  for (let step = 0; step < steps; step += 1) {
    const errors = logits.map((z, i) => sigmoid(z) - labels[i]); // [n]
    const gradient = weights.map((_, j) => mean(errors.map((error, i) => error * Z[i][j]))); // [d]
    weights = weights.map((weight, j) => weight - learningRate * gradient[j]);
    bias -= learningRate * mean(errors);
    logits = scores(Z, weights, bias);
    losses.push(logLoss(logits, labels));
  }
  weights = weights.map((weight, j) => weight / deviations[j]);
  for (let j = 0; j < means.length; j += 1) bias -= weights[j] * means[j];
  return { weights, bias, losses };
}

function scores(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => row.reduce((sum, x, j) => sum + x * weights[j], bias));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function checkRows(caller: string, X: number[][]): void {
  if (X.length === 0) throw new RangeError(`${caller}: no rows`);
  const odd = X.find(row => row.length !== X[0].length);
  if (odd) throw new TypeError(`${caller}: rows of ${X[0].length} and of ${odd.length} features`);
}
