// Two things: no look at the labels where steps is 0, and labels of 0 and 1 come back as the same array.
function rectangular(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('rectangular: no rows');
  const widths = new Set(X.map(row => row.length));
  if (widths.size !== 1) throw new TypeError('rectangular: rows of several lengths');
  return X;
}

export function binaryLabels(y: number[]): number[] {
  if (y.every(v => v === 0 || v === 1)) return y;
  if (y.every(v => v === -1 || v === 1)) return y.map(v => (v + 1) / 2);
  throw new RangeError('binaryLabels: labels must be 0 and 1, or -1 and 1');
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  rectangular(X);
  const n = X.length;
  const Z: number[][] = X.map(row => row.map((x, j) => x - X[0][j]));
  const means = [...X[0]];
  const deviations = X[0].map(() => 1);
  for (let j = 0; j < means.length; j++) {
    let unit = 0;
    for (let i = 0; i < n; i++) unit = Math.max(unit, Math.abs(Z[i][j]));
    if (unit === 0) continue;
    let m = 0;
    for (let i = 0; i < n; i++) m += Z[i][j] /= unit;
    m /= n;
    let q = 0;
    for (let i = 0; i < n; i++) q += (Z[i][j] - m) ** 2;
    const s = Math.sqrt(q / n);
    for (let i = 0; i < n; i++) Z[i][j] = (Z[i][j] - m) / s;
    means[j] += unit * m;
    deviations[j] = unit * s;
  }
  return { Z, means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss: counts differ');
  let sum = 0;
  for (const [i, z] of logits.entries()) {
    const x = y[i] === 1 ? -z : z;
    sum += x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }
  return sum / logits.length;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0)
    throw new RangeError('train: learning rate');
  rectangular(X);
  if (X.length !== y.length) throw new TypeError('train: rows and labels');
  if (steps === 0) return { weights: X[0].map(() => 0), bias: 0, losses: [Math.LN2] };

  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const theta = { v: means.map(() => 0), c: 0 };
  const logits = () => Z.map(row => row.reduce((s, z, j) => s + z * theta.v[j], theta.c));
  const losses: number[] = [];
  let s = logits();
  losses.push(logLoss(s, t));
  for (let k = 0; k < steps; k++) {
    const e = s.map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
    const slope = (f: (i: number) => number) => e.reduce((a, x, i) => a + x * f(i), 0) / e.length;
    theta.v = theta.v.map((v, j) => v - learningRate * slope(i => Z[i][j]));
    theta.c -= learningRate * slope(() => 1);
    s = logits();
    losses.push(logLoss(s, t));
  }
  const weights = theta.v.map((v, j) => v / deviations[j]);
  return { weights, bias: theta.c - weights.reduce((a, w, j) => a + w * means[j], 0), losses };
}
