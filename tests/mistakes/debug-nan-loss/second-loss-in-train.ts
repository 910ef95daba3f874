// logLoss is repaired, but train has a loss of its own with logarithms of probabilities.
export function binaryLabels(y: number[]): number[] {
  for (const v of y) if (v !== 1 && v !== 0 && v !== -1) throw new RangeError('label');
  if (y.indexOf(0) >= 0 && y.indexOf(-1) >= 0) throw new RangeError('label');
  return y.map(v => (v <= 0 ? 0 : 1));
}
export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('X');
  const width = X[0].length;
  if (!X.every(r => r.length === width)) throw new TypeError('X');
  const means = Array.from({ length: width }, (_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  const deviations = means.map((m, j) => {
    const c = X.map(r => r[j]);
    if (Math.max(...c) === Math.min(...c)) return 1;
    return (c.reduce((s, x) => s + (x - m) ** 2, 0) / c.length) ** 0.5;
  });
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}
export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('y');
  return (
    logits.reduce(
      (s, z, i) => s + Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z))),
      0,
    ) / y.length
  );
}
export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  if (X.length !== y.length) throw new TypeError('y');
  const labels = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const n = X.length;
  let v = means.map(() => 0);
  let c = 0;
  const losses: number[] = [];
  for (let t = 0; t <= steps; t++) {
    const p = Z.map(r => 1 / (1 + Math.exp(-r.reduce((s, x, j) => s + x * v[j], c))));
    losses.push(p.reduce((s, q, i) => s - Math.log(labels[i] === 1 ? q : 1 - q), 0) / n);
    if (t === steps) break;
    v = v.map(
      (w, j) => w - (learningRate / n) * p.reduce((s, q, i) => s + (q - labels[i]) * Z[i][j], 0),
    );
    c -= (learningRate / n) * p.reduce((s, q, i) => s + q - labels[i], 0);
  }
  const weights = v.map((w, j) => w / deviations[j]);
  return { weights, bias: c - weights.reduce((s, w, j) => s + w * means[j], 0), losses };
}
