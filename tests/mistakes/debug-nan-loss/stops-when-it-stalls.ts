// Ends the run as soon as the loss rises or hardly falls, so that losses is too short.
const total = (v: number[]) => v.reduce((a, b) => a + b, 0);

export function binaryLabels(y: number[]): number[] {
  const neg = y.filter(v => v === -1).length;
  const zero = y.filter(v => v === 0).length;
  const pos = y.filter(v => v === 1).length;
  if (neg + zero + pos < y.length || (neg > 0 && zero > 0)) throw new RangeError('binaryLabels');
  return y.map(v => (v > 0 ? 1 : 0));
}

export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('standardise');
  if (X.find(r => r.length !== X[0].length)) throw new TypeError('standardise');
  const T = X[0].map((_, j) => X.map(r => r[j]));
  const means = T.map(c => total(c) / c.length);
  const deviations = T.map((c, j) =>
    new Set(c).size === 1 ? 1 : Math.sqrt(total(c.map(x => (x - means[j]) ** 2)) / c.length),
  );
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss');
  return (
    total(logits.map((z, i) => Math.log1p(Math.exp(-Math.abs(z))) + Math.max(y[i] ? -z : z, 0))) /
    y.length
  );
}

export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('train');
  if (y.length !== X.length) throw new TypeError('train');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  let v = means.map(() => 0);
  let c = 0;
  const losses = [Math.LN2];
  for (let k = 0; k < steps; k++) {
    const e = Z.map((r, i) => 1 / (1 + Math.exp(-(c + total(r.map((x, j) => x * v[j]))))) - t[i]);
    v = v.map((w, j) => w - (learningRate * total(e.map((q, i) => q * Z[i][j]))) / e.length);
    c -= (learningRate * total(e)) / e.length;
    const now = logLoss(
      Z.map(r => c + total(r.map((x, j) => x * v[j]))),
      t,
    );
    if (!(losses[k] - now > 1e-6)) break;
    losses.push(now);
  }
  const weights = v.map((w, j) => w / deviations[j]);
  return { weights, bias: c - total(weights.map((w, j) => w * means[j])), losses };
}
