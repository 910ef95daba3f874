// Deviations by Math.hypot, folded pair by pair.
export const binaryLabels = (y: number[]): number[] => {
  const bad = y.find(v => ![-1, 0, 1].includes(v));
  if (bad !== undefined) throw new RangeError(`label ${bad}`);
  if (y.includes(0) && y.includes(-1)) throw new RangeError('labels 0 and -1 together');
  return y.map(v => Number(v > 0));
};

const sum = (v: number[]): number => v.reduce((a, b) => a + b, 0);
const dot = (a: number[], b: number[]): number => sum(a.map((x, k) => x * b[k]));
const transpose = (X: number[][]): number[][] => X[0].map((_, j) => X.map(r => r[j]));

const validate = (X: number[][]): void => {
  if (X.length === 0) throw new RangeError('no rows');
  if (new Set(X.map(r => r.length)).size > 1) throw new TypeError('row lengths differ');
};

const centred = (col: number[]): { mu: number; sd: number; z: number[] } => {
  const first = col[0];
  const delta = col.map(x => x - first);
  if (delta.every(x => x === 0)) return { mu: first, sd: 1, z: delta.map(() => 0) };
  const n = col.length;
  const shift = sum(delta.map(x => x / n));
  const c = delta.map(x => x - shift);
  const norm = c.reduce((a, b) => Math.hypot(a, b), 0);
  const sd = norm / Math.sqrt(n);
  return { mu: first + shift, sd, z: c.map(x => x / sd) };
};

export const standardise = (
  X: number[][],
): { Z: number[][]; means: number[]; deviations: number[] } => {
  validate(X);
  const stats = transpose(X).map(centred);
  return {
    Z: X.map((_, i) => stats.map(s => s.z[i])),
    means: stats.map(s => s.mu),
    deviations: stats.map(s => s.sd),
  };
};

const softplus = (x: number): number =>
  x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));

export const logLoss = (logits: number[], y: number[]): number => {
  if (logits.length !== y.length)
    throw new TypeError(`${logits.length} logits, ${y.length} labels`);
  return sum(logits.map((z, i) => softplus(y[i] ? -z : z) / y.length));
};

export const train = (
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } => {
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  validate(X);
  if (X.length !== y.length) throw new TypeError('rows and labels');
  const t = binaryLabels(y);
  const cols = transpose(X).map(centred);
  const n = t.length;
  const score = (w: number[], b: number) =>
    t.map((_, i) => b + sum(cols.map((c, j) => c.z[i] * w[j])));
  const start = {
    w: cols.map(() => 0),
    b: 0,
    z: score(
      cols.map(() => 0),
      0,
    ),
  };
  const losses = [logLoss(start.z, t)];
  const end = Array.from({ length: steps }).reduce<typeof start>(s => {
    const e = s.z.map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
    const w = s.w.map((v, j) => v - learningRate * (dot(e, cols[j].z) / n));
    const b = s.b - learningRate * (sum(e) / n);
    const z = score(w, b);
    losses.push(logLoss(z, t));
    return { w, b, z };
  }, start);
  const weights = end.w.map((v, j) => v / cols[j].sd);
  return {
    weights,
    bias:
      end.b -
      dot(
        weights,
        cols.map(c => c.mu),
      ),
    losses,
  };
};
