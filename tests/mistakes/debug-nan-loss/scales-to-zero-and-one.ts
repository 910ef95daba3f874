// Min-max scaling under the name of standardising.
type Options = { steps: number; learningRate: number };

export function binaryLabels(y: number[]): number[] {
  const s = new Set(y);
  for (const v of s) if (v !== 0 && v !== 1 && v !== -1) throw new RangeError(String(v));
  if (s.has(0) && s.has(-1)) throw new RangeError('mixed');
  return y.map(v => (v === 1 ? 1 : 0));
}

export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('rows');
  const d = X[0].length;
  for (const r of X) if (r.length !== d) throw new TypeError('row');
  const means: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < d; j++) {
    const col = X.map(r => r[j]);
    means.push(Math.min(...col));
    deviations.push(Math.max(...col) - Math.min(...col) || 1);
  }
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('n');
  let total = 0;
  logits.forEach((z, i) => {
    total += Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
  });
  return total / logits.length;
}

export function train(X: number[][], y: number[], { steps, learningRate }: Options) {
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('rate');
  if (X.length !== y.length) throw new TypeError('n');
  const labels = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  let v = means.map(() => 0);
  let c = 0;
  const losses: number[] = [];
  for (let t = 0; t <= steps; t++) {
    const z = Z.map(r => r.reduce((s, x, j) => s + x * v[j], c));
    losses.push(logLoss(z, labels));
    if (t < steps) {
      const e = z.map((q, i) => 1 / (1 + Math.exp(-q)) - labels[i]);
      const g = v.map((_, j) => e.reduce((s, q, i) => s + q * Z[i][j], 0) / e.length);
      v = v.map((x, j) => x - learningRate * g[j]);
      c -= (learningRate * e.reduce((s, q) => s + q, 0)) / e.length;
    }
  }
  const weights = v.map((x, j) => x / deviations[j]);
  return { weights, bias: c - weights.reduce((s, w, j) => s + w * means[j], 0), losses };
}
