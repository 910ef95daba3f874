// Keeps the sum of the errors of each row, and forms the weights from it at each step.
interface Prepared {
  rows: number[][];
  centre: number[];
  width: number[];
}

const fail = {
  range(text: string): never {
    throw new RangeError(text);
  },
  type(text: string): never {
    throw new TypeError(text);
  },
};

function kahan(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const v of values) {
    const t = v - lost;
    const next = sum + t;
    lost = next - sum - t;
    sum = next;
  }
  return sum;
}

function prepare(X: number[][]): Prepared {
  const n = X.length || fail.range('no rows');
  const d = X[0].length;
  if (!X.every(row => row.length === d)) fail.type('uneven rows');
  const out: Prepared = { rows: X.map(() => new Array<number>(d).fill(0)), centre: [], width: [] };
  for (let j = 0; j < d; j++) {
    const sorted = X.map(row => row[j]).sort((a, b) => a - b);
    const low = sorted[0];
    const span = sorted[n - 1] - low;
    if (!(span > 0)) {
      out.centre.push(low);
      out.width.push(1);
      continue;
    }
    const part = X.map(row => (row[j] - low) / span);
    const m = kahan(part) / n;
    const off = part.map(p => p - m);
    const s = Math.sqrt(kahan(off.map(o => o * o)) / n);
    off.forEach((o, i) => {
      out.rows[i][j] = o / s;
    });
    out.centre.push(low + m * span);
    out.width.push(s * span);
  }
  return out;
}

export function binaryLabels(y: number[]): number[] {
  const kinds = [...new Set(y)].sort((a, b) => a - b).join();
  if (!['', '0', '1', '-1', '0,1', '-1,1'].includes(kinds)) fail.range('labels ' + kinds);
  return y.map(v => +(v === 1));
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const p = prepare(X);
  return { Z: p.rows, means: p.centre, deviations: p.width };
}

export function logLoss(logits: number[], y: number[]): number {
  const n = logits.length;
  if (y.length !== n) fail.type('logits and labels');
  const cost = (z: number): number => {
    if (z >= 0) return Math.log1p(Math.exp(-z));
    return Math.log1p(Math.exp(z)) - z;
  };
  let loss = 0;
  for (let i = 0; i < n; i++) loss += cost(y[i] === 1 ? logits[i] : -logits[i]) / n;
  return loss;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate))
    fail.range('learning rate ' + learningRate);
  const { rows, centre, width } = prepare(X);
  if (rows.length !== y.length) fail.type('rows and labels');
  const t = binaryLabels(y);
  const n = rows.length;
  const owed = t.map(() => 0); // minus the sum of the errors so far, per row
  const slopes = () =>
    width.map((_, j) => learningRate * (kahan(rows.map((r, i) => owed[i] * r[j])) / n));
  const offset = () => learningRate * (kahan(owed) / n);
  const look = () => {
    const v = slopes();
    const c = offset();
    return rows.map(r => r.reduce((s, z, j) => s + z * v[j], c));
  };
  let logits = look();
  const losses = [logLoss(logits, t)];
  for (let k = 0; k < steps; k++) {
    logits.forEach((z, i) => {
      owed[i] += t[i] === 1 ? 1 / (1 + Math.exp(z)) : -1 / (1 + Math.exp(-z));
    });
    logits = look();
    losses.push(logLoss(logits, t));
  }
  const weights = slopes().map((v, j) => v / width[j]);
  return { weights, bias: offset() - kahan(weights.map((w, j) => w * centre[j])), losses };
}
