// The mean of squares minus the square of the mean: rounding makes it negative for equal fractions.
export function binaryLabels(y: number[]) {
  const codes = y.includes(0) ? [0, 1] : [-1, 1];
  if (!y.every(v => codes.includes(v))) throw new RangeError('binaryLabels');
  return y.map(v => codes.indexOf(v));
}

export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('standardise: no rows');
  const d = X[0].length;
  const sums = new Array(d).fill(0);
  const squares = new Array(d).fill(0);
  for (const row of X) {
    if (row.length !== d) throw new TypeError('standardise: ragged');
    for (let j = 0; j < d; j++) {
      sums[j] += row[j];
      squares[j] += row[j] * row[j];
    }
  }
  const means: number[] = sums.map(s => s / X.length);
  const variances: number[] = squares.map((q, j) => q / X.length - means[j] ** 2);
  const deviations = variances.map(v => (v === 0 ? 1 : Math.sqrt(v)));
  return { Z: X.map(row => row.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]) {
  if (logits.length !== y.length) throw new TypeError('logLoss');
  const one = (z: number) => (z > 30 ? z : Math.log1p(Math.exp(z)));
  return logits.map((z, i) => one(z) - y[i] * z).reduce((a, b) => a + b) / logits.length;
}

export function train(
  X: number[][],
  y: number[],
  { steps, learningRate: rate }: { steps: number; learningRate: number },
) {
  if (!(rate > 0 && rate < Infinity)) throw new RangeError('train');
  if (X.length !== y.length) throw new TypeError('train');
  const labels = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const rows = Z.map(row => [1, ...row]);
  let theta = rows[0].map(() => 0);
  const logits = () => rows.map(row => row.reduce((s, x, k) => s + x * theta[k], 0));
  const losses = [logLoss(logits(), labels)];
  for (let t = 0; t < steps; t++) {
    const e = logits().map((z, i) => 1 / (1 + Math.exp(-z)) - labels[i]);
    theta = theta.map(
      (v, k) => v - (rate * e.reduce((s, q, i) => s + q * rows[i][k], 0)) / rows.length,
    );
    losses.push(logLoss(logits(), labels));
  }
  const weights = theta.slice(1).map((v, j) => v / deviations[j]);
  return { weights, bias: theta[0] - weights.reduce((s, w, j) => s + w * means[j], 0), losses };
}
