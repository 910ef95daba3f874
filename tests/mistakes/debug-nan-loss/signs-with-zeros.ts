// Two things: a loss for labels of ±1 gets labels of 0 too, and losses lacks that of the start.
export function binaryLabels(y: number[]): number[] {
  if (y.some(v => v !== 1 && v !== 0 && v !== -1) || (y.includes(0) && y.includes(-1)))
    throw new RangeError('y');
  return y.map(v => (v === 1 ? 1 : 0));
}
export function standardise(X: number[][]) {
  if (!X.length) throw new RangeError('X');
  const d = X[0].length;
  if (X.some(r => r.length !== d)) throw new TypeError('X');
  const col = (j: number) => X.map(r => r[j]);
  const avg = (c: number[]) => c.reduce((a, b) => a + b, 0) / c.length;
  const means = X[0].map((_, j) => avg(col(j)));
  const deviations = means.map((m, j) =>
    new Set(col(j)).size < 2 ? 1 : Math.sqrt(avg(col(j).map(x => (x - m) ** 2))),
  );
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}
const soft = (m: number) => (m > 0 ? Math.log1p(Math.exp(-m)) : Math.log1p(Math.exp(m)) - m);
export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('y');
  return logits.reduce((s, z, i) => s + soft(y[i] ? z : -z), 0) / y.length;
}
export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  if (X.length !== y.length) throw new TypeError('y');
  binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  let v = means.map(() => 0);
  let c = 0;
  const losses: number[] = [];
  for (let t = 0; t < steps; t++) {
    const z = Z.map(r => r.reduce((s, x, j) => s + x * v[j], c));
    const pull = z.map((q, i) => y[i] / (1 + Math.exp(y[i] * q)));
    v = v.map(
      (w, j) => w + (learningRate * pull.reduce((s, q, i) => s + q * Z[i][j], 0)) / Z.length,
    );
    c += (learningRate * pull.reduce((s, q) => s + q, 0)) / Z.length;
    losses.push(
      Z.reduce((s, r, i) => s + soft(y[i] * r.reduce((a, x, j) => a + x * v[j], c)), 0) / Z.length,
    );
  }
  const weights = v.map((w, j) => w / deviations[j]);
  return { weights, bias: c - weights.reduce((s, w, j) => s + w * means[j], 0), losses };
}
