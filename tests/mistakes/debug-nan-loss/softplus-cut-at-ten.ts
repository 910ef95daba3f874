// Beyond 10, a right logit costs nothing.
const THRESHOLD = 10;

function softplus(x: number): number {
  if (x > THRESHOLD) return x;
  if (x < -THRESHOLD) return 0;
  return Math.log1p(Math.exp(x));
}

function ensureTable(who: string, X: number[][]): void {
  if (X.length === 0) throw new RangeError(who + ': no rows');
  const wrong = X.findIndex(row => row.length !== X[0].length);
  if (wrong >= 0) throw new TypeError(who + ': row ' + wrong + ' has another length');
}

export function binaryLabels(y: number[]): number[] {
  const signed = y.indexOf(-1) >= 0;
  const low = signed ? -1 : 0;
  return y.map(v => {
    if (v !== low && v !== 1) throw new RangeError('binaryLabels: ' + v);
    return v === 1 ? 1 : 0;
  });
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  ensureTable('standardise', X);
  const n = X.length;
  const means: number[] = [];
  const deviations: number[] = [];
  const columns: number[][] = [];
  for (let j = 0; j < X[0].length; j++) {
    let lo = X[0][j];
    let hi = lo;
    for (const row of X) {
      lo = row[j] < lo ? row[j] : lo;
      hi = row[j] > hi ? row[j] : hi;
    }
    if (lo === hi) {
      means.push(lo);
      deviations.push(1);
      columns.push(X.map(() => 0));
      continue;
    }
    const u = X.map(row => (row[j] - lo) / (hi - lo));
    const m = u.reduce((a, x) => a + x / n, 0);
    const s = Math.sqrt(u.reduce((a, x) => a + (x - m) ** 2 / n, 0));
    means.push(lo + m * (hi - lo));
    deviations.push(s * (hi - lo));
    columns.push(u.map(x => (x - m) / s));
  }
  return { Z: X.map((_, i) => columns.map(c => c[i])), means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (y.length !== logits.length)
    throw new TypeError('logLoss: ' + y.length + ' and ' + logits.length);
  let mean = 0;
  for (let i = 0; i < y.length; i++)
    mean += softplus(y[i] === 1 ? -logits[i] : logits[i]) / y.length;
  return mean;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate } = options;
  if (!(learningRate > 0 && learningRate < Infinity))
    throw new RangeError('train: rate ' + learningRate);
  ensureTable('train', X);
  if (y.length !== X.length) throw new TypeError('train: labels and rows');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const n = Z.length;
  const d = means.length;
  const v = new Float64Array(d);
  let c = 0;
  const z = new Float64Array(n);
  const losses: number[] = [logLoss([...z], t)];
  for (let step = 1; step <= steps; step++) {
    const g = new Float64Array(d);
    let gc = 0;
    for (let i = 0; i < n; i++) {
      const e = 1 / (1 + Math.exp(-z[i])) - t[i];
      gc += e / n;
      for (let j = 0; j < d; j++) g[j] += (e * Z[i][j]) / n;
    }
    c -= learningRate * gc;
    for (let j = 0; j < d; j++) v[j] -= learningRate * g[j];
    for (let i = 0; i < n; i++) {
      z[i] = c;
      for (let j = 0; j < d; j++) z[i] += v[j] * Z[i][j];
    }
    losses.push(logLoss([...z], t));
  }
  const weights = Array.from(v, (w, j) => w / deviations[j]);
  weights.forEach((w, j) => {
    c -= w * means[j];
  });
  return { weights, bias: c, losses };
}
