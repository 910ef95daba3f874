/** Column by column in flat arrays, the bias as a column of ones in front. */
function isColumnConstant(X: number[][], j: number): boolean {
  for (const row of X) if (row[j] !== X[0][j]) return false;
  return true;
}

function need(condition: boolean, error: Error): void {
  if (!condition) throw error;
}

export function binaryLabels(y: number[]): number[] {
  const count = (value: number) => y.filter(label => label === value).length;
  const [ones, zeros, minuses] = [count(1), count(0), count(-1)];
  need(ones + zeros + minuses === y.length, new RangeError('a strange label'));
  need(zeros * minuses === 0, new RangeError('0 and −1 together'));
  return Array.from(y, label => +(label === 1));
}

export function standardise(X: number[][]) {
  need(X.length > 0, new RangeError('no rows'));
  const d = X[0].length;
  need(
    X.every(({ length }) => length === d),
    new TypeError('rows of different lengths'),
  );
  const Z = X.map(() => new Array<number>(d));
  const means = new Array<number>(d);
  const deviations = new Array<number>(d);
  for (let j = 0; j < d; j++) {
    let mean = 0;
    for (const row of X) mean += row[j] / X.length;
    let variance = 0;
    for (const row of X) variance += (row[j] - mean) ** 2 / X.length;
    means[j] = mean;
    deviations[j] = isColumnConstant(X, j) ? 1 : Math.sqrt(variance);
    for (let i = 0; i < X.length; i++) Z[i][j] = (X[i][j] - mean) / deviations[j];
  }
  return { Z, means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  need(logits.length === y.length, new TypeError('logits and labels'));
  let total = 0;
  for (let i = 0; i < y.length; i++) {
    const a = Math.abs(logits[i]);
    // ln(2 cosh(z / 2)) = |z| / 2 + ln(1 + e^−|z|), and the label turns z / 2 into its sign
    total += a / 2 + Math.log1p(Math.exp(-a)) + (0.5 - y[i]) * logits[i];
  }
  return total / y.length;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
) {
  const { steps, learningRate } = options;
  need(learningRate > 0 && learningRate < Number.MAX_VALUE, new RangeError('learning rate'));
  need(X.length === y.length, new TypeError('rows and labels'));
  const { Z, means, deviations } = standardise(X);
  const labels = binaryLabels(y);
  const columns = [Z.map(() => 1), ...means.map((_, j) => Z.map(row => row[j]))]; // [1 + d][n]
  const theta = columns.map(() => 0);
  const losses: number[] = [];
  let logits = labels.map(() => 0);
  const measure = () => {
    logits = labels.map((_, i) => columns.reduce((s, column, k) => s + theta[k] * column[i], 0));
    losses.push(logLoss(logits, labels));
  };
  measure();
  for (let t = 0; t < steps; t++) {
    const errors = logits.map((z, i) => (1 + Math.tanh(z / 2)) / 2 - labels[i]);
    columns.forEach((column, k) => {
      const slope = column.reduce((s, value, i) => s + value * errors[i], 0) / labels.length;
      theta[k] -= learningRate * slope;
    });
    measure();
  }
  const [level, ...slopes] = theta;
  const weights = slopes.map((slope, j) => slope / deviations[j]);
  let bias = level;
  weights.forEach((weight, j) => {
    bias -= weight * means[j];
  });
  return { weights, bias, losses };
}
