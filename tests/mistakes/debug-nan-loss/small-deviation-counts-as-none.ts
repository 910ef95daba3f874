// A deviation below a thousandth is taken for a constant column.
export function binaryLabels(y: number[]): number[] {
  const hasZero = y.some(l => l === 0);
  return y.map(l => {
    if (l === 1) return 1;
    if (l === 0) return 0;
    if (l === -1 && !hasZero) return 0;
    throw new RangeError(`binaryLabels: ${l}`);
  });
}
export function standardise(X: number[][]) {
  const n = X.length;
  if (n === 0) throw new RangeError('standardise');
  const d = X[0].length;
  const Z: number[][] = Array.from({ length: n }, () => []);
  const means: number[] = [];
  const deviations: number[] = [];
  for (const row of X) if (row.length !== d) throw new TypeError('standardise');
  for (let j = 0; j < d; j++) {
    let m = 0;
    for (let i = 0; i < n; i++) m += X[i][j];
    m /= n;
    let v = 0;
    for (let i = 0; i < n; i++) v += (X[i][j] - m) ** 2;
    let s = Math.sqrt(v / n);
    if (s < 1e-3) s = 1;
    for (let i = 0; i < n; i++) Z[i][j] = (X[i][j] - m) / s;
    means.push(m);
    deviations.push(s);
  }
  return { Z, means, deviations };
}
export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss');
  let s = 0;
  for (let i = 0; i < logits.length; i++) {
    const z = logits[i];
    s += (z > 0 ? z : 0) - y[i] * z + Math.log1p(Math.exp(z > 0 ? -z : z));
  }
  return s / logits.length;
}
export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
) {
  const rate = options.learningRate;
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('train');
  const { Z, means, deviations } = standardise(X);
  if (y.length !== Z.length) throw new TypeError('train');
  const t = binaryLabels(y);
  const n = Z.length;
  const w = means.map(() => 0);
  let b = 0;
  const losses: number[] = [];
  for (let k = 0; k <= options.steps; k++) {
    const z = Z.map(row => row.reduce((s, x, j) => s + x * w[j], b));
    losses.push(logLoss(z, t));
    if (k === options.steps) continue;
    const g = w.map(() => 0);
    let gb = 0;
    for (let i = 0; i < n; i++) {
      const e = 1 / (1 + Math.exp(-z[i])) - t[i];
      gb += e;
      for (let j = 0; j < g.length; j++) g[j] += e * Z[i][j];
    }
    for (let j = 0; j < g.length; j++) w[j] -= (rate * g[j]) / n;
    b -= (rate * gb) / n;
  }
  for (let j = 0; j < w.length; j++) {
    w[j] /= deviations[j];
    b -= w[j] * means[j];
  }
  return { weights: w, bias: b, losses };
}
