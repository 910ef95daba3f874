// The mean of squares minus the square of the mean, and equal values as a case of their own.
function table(X: number[][]): void {
  if (X.length === 0) throw new RangeError('no rows');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('rows differ in length');
}

export function binaryLabels(y: number[]): number[] {
  if (y.some(v => v !== 1 && v !== 0 && v !== -1)) throw new RangeError('unknown label');
  if (y.includes(0) && y.includes(-1)) throw new RangeError('0 and -1 together');
  return y.map(v => (v === 1 ? 1 : 0));
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  table(X);
  const n = X.length;
  const d = X[0].length;
  const s1 = new Array<number>(d).fill(0);
  const s2 = new Array<number>(d).fill(0);
  const same = new Array<boolean>(d).fill(true);
  for (const row of X) {
    for (let j = 0; j < d; j++) {
      s1[j] += row[j];
      s2[j] += row[j] * row[j];
      if (row[j] !== X[0][j]) same[j] = false;
    }
  }
  const means = s1.map((s, j) => (same[j] ? X[0][j] : s / n));
  const deviations = s2.map((s, j) => (same[j] ? 1 : Math.sqrt(s / n - means[j] * means[j])));
  return { Z: X.map(row => row.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logits and labels differ in number');
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    sum += Math.max(logits[i], 0) - logits[i] * y[i] + Math.log1p(Math.exp(-Math.abs(logits[i])));
  }
  return sum / y.length;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learning rate');
  const { Z, means, deviations } = standardise(X);
  if (y.length !== X.length) throw new TypeError('rows and labels differ in number');
  const t = binaryLabels(y);
  const n = t.length;
  const w = means.map(() => 0);
  let b = 0;
  const predict = () => Z.map(row => row.reduce((s, z, j) => s + z * w[j], b));
  let logits = predict();
  const losses = [logLoss(logits, t)];
  for (let k = 0; k < steps; k++) {
    const e = logits.map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
    w.forEach((_, j) => {
      w[j] -= (learningRate * e.reduce((s, ei, i) => s + ei * Z[i][j], 0)) / n;
    });
    b -= (learningRate * e.reduce((s, ei) => s + ei, 0)) / n;
    logits = predict();
    losses.push(logLoss(logits, t));
  }
  const weights = w.map((v, j) => v / deviations[j]);
  return { weights, bias: weights.reduce((s, v, j) => s - v * means[j], b), losses };
}
