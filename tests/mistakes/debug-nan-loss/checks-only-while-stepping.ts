// Bad labels and rates are noticed by the update, so never where steps is 0.
const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
export function binaryLabels(y: number[]): number[] {
  if (y.every(v => v === 0 || v === 1)) return [...y];
  if (y.every(v => v === -1 || v === 1)) return y.map(v => (v > 0 ? 1 : 0));
  throw new RangeError('binaryLabels');
}
export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('standardise');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('standardise');
  const means = X[0].map((_, j) => mean(X.map(r => r[j])));
  const deviations = means.map((m, j) =>
    X.every(r => r[j] === X[0][j]) ? 1 : Math.sqrt(mean(X.map(r => (r[j] - m) ** 2))),
  );
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}
export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss');
  return mean(logits.map((z, i) => Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)))));
}
export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  const { Z, means, deviations } = standardise(X);
  if (y.length !== X.length) throw new TypeError('train');
  const zero = means.map(() => 0);
  if (steps === 0) return { weights: zero, bias: 0, losses: [Math.LN2] };
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('train');
  const t = binaryLabels(y);
  let v = zero;
  let c = 0;
  const losses = [Math.LN2];
  for (let k = 1; k <= steps; k++) {
    const e = Z.map((r, i) => 1 / (1 + Math.exp(-r.reduce((s, x, j) => s + x * v[j], c))) - t[i]);
    v = v.map((w, j) => w - learningRate * mean(e.map((q, i) => q * Z[i][j])));
    c -= learningRate * mean(e);
    losses[k] = logLoss(
      Z.map(r => r.reduce((s, x, j) => s + x * v[j], c)),
      t,
    );
  }
  const weights = v.map((w, j) => w / deviations[j]);
  return {
    weights,
    bias: c - mean([...weights.map((w, j) => w * means[j]), 0]) * (weights.length + 1),
    losses,
  };
}
