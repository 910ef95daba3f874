// The first label decides which coding it is.
const SIGN = (label: number): 1 | -1 => (label === 1 ? 1 : -1);

/** ln(1 + e^x) */
function penalty(x: number): number {
  const far = Math.abs(x);
  return 0.5 * (x + far) + Math.log1p(Math.exp(-far));
}

/** derivative of penalty */
function pull(x: number): number {
  return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
}

function penaltyMean(margins: number[]): number {
  let out = 0;
  margins.forEach(m => {
    out += penalty(-m) / margins.length;
  });
  return out;
}

export function binaryLabels(y: number[]): number[] {
  const has = { zero: false, minus: false };
  for (const v of y) {
    has.zero = has.zero || v === 0;
    has.minus = has.minus || v === -1;
    if (v * v !== 1 && v !== 0) throw new RangeError(`a label of ${v}`);
  }
  if (has.zero && has.minus) throw new RangeError('two codings at once');
  return y[0] === 0 ? y.slice() : y.map(v => 0.5 * v + 0.5);
}

type Scale = { from: number; unit: number; m: number; s: number };

function scaleOf(X: number[][], j: number): Scale | null {
  const from = X[0][j];
  const unit = X.reduce((u, row) => Math.max(u, Math.abs(row[j] - from)), 0);
  if (unit === 0) return null;
  let m = 0;
  for (const row of X) m += (row[j] - from) / unit / X.length;
  let v = 0;
  for (const row of X) v += ((row[j] - from) / unit - m) ** 2 / X.length;
  return { from, unit, m, s: Math.sqrt(v) };
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  if (X.length === 0) throw new RangeError('standardise: no rows');
  for (const row of X) {
    if (row.length !== X[0].length) throw new TypeError('standardise: not a table');
  }
  const scales = X[0].map((_, j) => scaleOf(X, j));
  return {
    Z: X.map(row => scales.map((k, j) => (k ? ((row[j] - k.from) / k.unit - k.m) / k.s : 0))),
    means: scales.map((k, j) => (k ? k.from + k.m * k.unit : X[0][j])),
    deviations: scales.map(k => (k ? k.s * k.unit : 1)),
  };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss: counts');
  let out = 0;
  for (let i = 0; i < y.length; i++) {
    const x = -SIGN(y[i]) * logits[i];
    out += (x > 0 ? x : 0) / y.length + Math.log1p(Math.exp(-Math.abs(x))) / y.length;
  }
  return out;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  if (!(options.learningRate > 0 && options.learningRate < 1 / 0)) throw new RangeError('rate');
  const std = standardise(X);
  if (y.length !== X.length) throw new TypeError('train: counts');
  const signs = binaryLabels(y).map(SIGN);
  // rows multiplied by their sign: margin_i = s_i c + sum_j S_ij v_j
  const S = std.Z.map((row, i) => row.map(z => z * signs[i]));
  const n = signs.length;
  let v = std.means.map(() => 0);
  let c = 0;
  let margins = signs.map(() => 0);
  const losses = [penaltyMean(margins)];
  for (let t = options.steps; t > 0; t--) {
    const forces = margins.map(m => pull(-m));
    const push = options.learningRate / n;
    v = v.map((vj, j) => vj + push * forces.reduce((f, p, i) => f + p * S[i][j], 0));
    c += push * forces.reduce((f, p, i) => f + p * signs[i], 0);
    margins = S.map((row, i) => row.reduce((m, x, j) => m + x * v[j], signs[i] * c));
    losses.push(penaltyMean(margins));
  }
  const weights = v.map((vj, j) => vj / std.deviations[j]);
  const bias = weights.reduce((b, w, j) => b - w * std.means[j], c);
  return { weights, bias, losses };
}
