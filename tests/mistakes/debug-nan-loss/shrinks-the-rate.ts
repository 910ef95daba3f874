// Leaves the columns as they are and makes the rate small enough for the largest of them.
function guard(X: number[][], y: number[], rate: number) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.some(row => row.length !== X[0].length) || X.length !== y.length)
    throw new TypeError('shape');
  if (!(rate > 0) || rate === Infinity) throw new RangeError('rate');
}

export function binaryLabels(y: number[]): number[] {
  const negative = y.includes(-1);
  y.forEach(label => {
    if (label !== 1 && label !== (negative ? -1 : 0)) throw new RangeError(`label ${label}`);
  });
  return y.map(label => Math.max(label, 0));
}

export function standardise(X: number[][]) {
  guard(
    X,
    X.map(() => 0),
    1,
  );
  const cols = X[0].map((_, j) => X.map(row => row[j]));
  const means = cols.map(c => c.reduce((a, b) => a + b) / c.length);
  const deviations = cols.map((c, j) => {
    const v = c.reduce((a, b) => a + (b - means[j]) ** 2, 0) / c.length;
    return Math.max(...c) > Math.min(...c) ? Math.sqrt(v) : 1;
  });
  return { Z: X.map(row => row.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('lengths');
  return (
    logits.reduce((sum, z, i) => {
      const m = y[i] ? z : -z;
      return sum + (m < 0 ? -m : 0) + Math.log(1 + Math.exp(-Math.abs(m)));
    }, 0) / logits.length
  );
}

export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  guard(X, y, learningRate);
  const t = binaryLabels(y);
  const largest = Math.max(1, ...X.map(row => row.reduce((s, x) => s + x * x, 1)));
  const rate = Math.min(learningRate, 4 / largest);
  const weights = X[0].map(() => 0);
  let bias = 0;
  const logits = () => X.map(row => row.reduce((s, x, j) => s + x * weights[j], bias));
  const losses = [logLoss(logits(), t)];
  for (let k = 0; k < steps; k++) {
    const e = logits().map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
    weights.forEach((_, j) => {
      weights[j] -= (rate * e.reduce((s, x, i) => s + x * X[i][j], 0)) / e.length;
    });
    bias -= (rate * e.reduce((s, x) => s + x, 0)) / e.length;
    losses.push(logLoss(logits(), t));
  }
  return { weights, bias, losses };
}
