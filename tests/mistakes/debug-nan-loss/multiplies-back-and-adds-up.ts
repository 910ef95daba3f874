// Two things: the slopes are sums over the rows, and the weights are multiplied by the deviations.
export function binaryLabels(y: number[]): number[] {
  const low = y.includes(-1) ? -1 : 0;
  if (y.some(v => v !== low && v !== 1)) throw new RangeError('labels');
  return y.map(v => Number(v === 1));
}
export function standardise(X: number[][]) {
  if (X.length < 1) throw new RangeError('rows');
  const means: number[] = [];
  const deviations: number[] = [];
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('rows');
  for (let j = 0; j < X[0].length; j++) {
    let m = 0;
    let v = 0;
    let same = true;
    for (const row of X) m += row[j];
    m /= X.length;
    for (const row of X) {
      v += (row[j] - m) * (row[j] - m);
      if (row[j] !== X[0][j]) same = false;
    }
    means[j] = m;
    deviations[j] = same ? 1 : Math.sqrt(v / X.length);
  }
  return { Z: X.map(row => row.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}
export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('lengths');
  let s = 0;
  logits.forEach((z, i) => {
    s += Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))) - y[i] * z;
  });
  return s / logits.length;
}
export function train(X: number[][], y: number[], o: { steps: number; learningRate: number }) {
  if (X.length !== y.length) throw new TypeError('lengths');
  if (!(o.learningRate > 0) || o.learningRate === Infinity) throw new RangeError('learningRate');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  let w = means.map(() => 0);
  let b = 0;
  const z = () => Z.map(row => row.reduce((s, x, j) => s + x * w[j], b));
  const losses = [logLoss(z(), t)];
  for (let k = 0; k < o.steps; k++) {
    const e = z().map((q, i) => 1 / (1 + Math.exp(-q)) - t[i]);
    w = w.map((v, j) => v - o.learningRate * e.reduce((s, q, i) => s + q * Z[i][j], 0));
    b -= o.learningRate * e.reduce((s, q) => s + q, 0);
    losses.push(logLoss(z(), t));
  }
  w = w.map((v, j) => v * deviations[j]);
  return { weights: w, bias: b - w.reduce((s, v, j) => s + v * means[j], 0), losses };
}
