// Two things: divides by n − 1, and hands out the parameters of the standardised features.
export function binaryLabels(y: number[]): number[] {
  let coding: number | undefined;
  return y.map(label => {
    if (label === 1) return 1;
    coding ??= label;
    if ((coding !== 0 && coding !== -1) || label !== coding) throw new RangeError('labels');
    return 0;
  });
}

export function standardise(X: number[][]) {
  if (!X.length) throw new RangeError('empty');
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('shape');
  });
  const n = X.length;
  const means = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / n);
  const deviations = means.map((m, j) => {
    if (X.every(r => r[j] === X[0][j])) return 1;
    return Math.sqrt(X.reduce((s, r) => s + (r[j] - m) ** 2, 0) / (n - 1));
  });
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('shape');
  const terms = logits.map(
    (z, i) => Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - z * y[i],
  );
  return terms.reduce((a, b) => a + b, 0) / terms.length;
}

export function train(X: number[][], y: number[], o: { steps: number; learningRate: number }) {
  if (!(o.learningRate > 0 && o.learningRate < Infinity)) throw new RangeError('learningRate');
  if (y.length !== X.length) throw new TypeError('shape');
  const labels = binaryLabels(y);
  const { Z } = standardise(X);
  const weights = Z[0].map(() => 0);
  let bias = 0;
  const score = () => Z.map(r => r.reduce((s, v, j) => s + v * weights[j], bias));
  const losses = [logLoss(score(), labels)];
  for (let s = 0; s < o.steps; s++) {
    const e = score().map((z, i) => 1 / (1 + Math.exp(-z)) - labels[i]);
    for (let j = 0; j < weights.length; j++) {
      weights[j] -= (o.learningRate * e.reduce((a, x, i) => a + x * Z[i][j], 0)) / e.length;
    }
    bias -= (o.learningRate * e.reduce((a, x) => a + x, 0)) / e.length;
    losses.push(logLoss(score(), labels));
  }
  return { weights, bias, losses };
}
