// The starter repaired, with a summary of each column, shifted and scaled.
/** The labels as 0 and 1. */
export function binaryLabels(y: number[]): number[] {
  const classes = new Set(y);
  for (const c of classes) {
    if (c !== 0 && c !== 1 && c !== -1) throw new RangeError(`binaryLabels: label ${c}`);
  }
  if (classes.has(0) && classes.has(-1))
    throw new RangeError('binaryLabels: 0 and -1 side by side');
  return y.map(v => (v === 1 ? 1 : 0)); // [n]
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  checkRows('standardise', X);
  const columns = X[0].map((_, j) => summary(X.map(row => row[j])));
  return {
    Z: X.map((row, i) => row.map((_, j) => columns[j].z[i])),
    means: columns.map(c => c.mean),
    deviations: columns.map(c => c.deviation),
  };
}

export function logLoss(logits: number[], y: number[]): number {
  if (y.length !== logits.length) {
    throw new TypeError(`logLoss: ${y.length} labels for ${logits.length} logits`);
  }
  const n = logits.length;
  // ln(1 + e^z) - y z, each logit written so that no exponential overflows
  return logits
    .map((z, i) => Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z))))
    .reduce((sum, nats) => sum + nats / n, 0);
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
  const raw = weights.map((weight, j) => weight / deviations[j]);
  return { weights: raw, bias: raw.reduce((b, w, j) => b - w * means[j], bias), losses };
}

function summary(column: number[]) {
  const base = column[0];
  if (column.every(x => x === base)) {
    return { z: column.map(() => 0), mean: base, deviation: 1 };
  }
  const moved = column.map(x => x - base);
  const unit = moved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const inUnits = moved.map(x => x / unit);
  const m = mean(inUnits);
  const s = Math.sqrt(mean(inUnits.map(u => (u - m) ** 2)));
  return { z: inUnits.map(u => (u - m) / s), mean: base + unit * m, deviation: unit * s };
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
