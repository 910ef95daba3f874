// Two things: a column counts as constant where its ends agree, and 0 beside −1 is let through.
const isLabel = (v: number): boolean => [-1, 0, 1].includes(v);

export const binaryLabels = (y: number[]): number[] => {
  const odd = y.filter(v => !isLabel(v));
  if (odd.length > 0) throw new RangeError(`labels must be 0/1 or -1/1, got ${odd[0]}`);
  if (new Set(y).size > 2) throw new RangeError('more than two classes');
  return y.map(v => (v <= 0 ? 0 : 1));
};

const ends = (c: number[]) => c[0] === c[c.length - 1];

const standardColumn = (c: number[]) => {
  if (ends(c)) return { mean: c[0], deviation: 1, z: c.map(() => 0) };
  const n = c.length;
  const d = c.map(x => x - c[0]);
  const unit = d.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
  const m = d.reduce((s, x) => s + x / unit, 0) / n;
  const s = Math.sqrt(d.reduce((q, x) => q + (x / unit - m) ** 2, 0) / n);
  return { mean: c[0] + m * unit, deviation: s * unit, z: d.map(x => (x / unit - m) / s) };
};

const split = (X: number[][]) => {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!X.every(r => r.length === X[0].length)) throw new TypeError('X is ragged');
  return X[0].map((_, j) => standardColumn(X.map(r => r[j])));
};

export const standardise = (
  X: number[][],
): { Z: number[][]; means: number[]; deviations: number[] } => {
  const columns = split(X);
  return {
    Z: X.map((_, i) => columns.map(c => c.z[i])),
    means: columns.map(c => c.mean),
    deviations: columns.map(c => c.deviation),
  };
};

export const logLoss = (logits: number[], y: number[]): number => {
  if (logits.length !== y.length) throw new TypeError('logits and y');
  const costs = logits.map((z, i) => {
    const a = Math.abs(z);
    return Math.log1p(Math.exp(-a)) + (z < 0 === (y[i] === 1) ? a : 0);
  });
  return costs.reduce((s, c) => s + c, 0) / costs.length;
};

export const train = (
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } => {
  const { steps, learningRate } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learningRate');
  const columns = split(X);
  if (y.length !== X.length) throw new TypeError('y and X');
  const t = binaryLabels(y);
  const n = t.length;
  const w = columns.map(() => 0);
  let b = 0;
  let z = t.map(() => 0);
  const losses = [logLoss(z, t)];
  for (let k = 0; k < steps; k++) {
    const e = z.map((s, i) => 1 / (1 + Math.exp(-s)) - t[i]);
    b -= learningRate * (e.reduce((s, x) => s + x, 0) / n);
    columns.forEach((c, j) => {
      w[j] -= learningRate * (e.reduce((s, x, i) => s + x * c.z[i], 0) / n);
    });
    z = t.map((_, i) => columns.reduce((s, c, j) => s + c.z[i] * w[j], b));
    losses.push(logLoss(z, t));
  }
  const weights = w.map((v, j) => v / columns[j].deviation);
  return { weights, bias: b - weights.reduce((s, v, j) => s + v * columns[j].mean, 0), losses };
};
