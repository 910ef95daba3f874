// The slope uses e^z / (1 + e^z), which is NaN for a large logit.
const probability = (z: number): number => Math.exp(z) / (1 + Math.exp(z));

function* pairs(a: number[], b: number[]): Generator<[number, number]> {
  for (let i = 0; i < a.length; i++) yield [a[i], b[i]];
}

function inner(a: number[], b: number[]): number {
  let s = 0;
  for (const [p, q] of pairs(a, b)) s += p * q;
  return s;
}

function turn(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  const T: number[][] = X[0].map(() => []);
  for (const row of X) {
    if (row.length !== T.length) throw new TypeError('rows of different lengths');
    row.forEach((x, j) => {
      T[j].push(x);
    });
  }
  return T;
}

function scaled(column: number[]): [number, number, number[]] {
  const a = column[0];
  const reach = column.reduce((r, x) => Math.max(r, Math.abs(x - a)), 0);
  if (reach === 0) return [a, 1, column.map(() => 0)];
  const u = column.map(x => (x - a) / reach);
  const m = u.reduce((s, x) => s + x, 0) / u.length;
  const c = u.map(x => x - m);
  const s = Math.sqrt(inner(c, c) / c.length);
  return [a + reach * m, reach * s, c.map(x => x / s)];
}

export function binaryLabels(y: number[]): number[] {
  const s = new Set(y);
  const minus = s.delete(-1);
  const zero = s.delete(0);
  s.delete(1);
  if (s.size > 0 || (minus && zero))
    throw new RangeError('labels are not in one of the two codings');
  return y.map(v => (v === 1 ? 1 : 0));
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const parts = turn(X).map(scaled);
  return {
    Z: X.map((_, i) => parts.map(([, , z]) => z[i])),
    means: parts.map(([m]) => m),
    deviations: parts.map(([, s]) => s),
  };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('lengths differ');
  let loss = 0;
  for (const [z, label] of pairs(logits, y)) {
    loss += Math.max(z, 0) - z * label + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return loss / y.length;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learning rate');
  const parts = turn(X).map(scaled);
  if (X.length !== y.length) throw new TypeError('rows and labels differ');
  const t = binaryLabels(y);
  const n = t.length;
  const v = parts.map(() => 0);
  let c = 0;
  let logits = t.map(() => 0);
  const losses = [logLoss(logits, t)];
  for (let k = 0; k < steps; k++) {
    const e = logits.map((z, i) => probability(z) - t[i]);
    parts.forEach(([, , z], j) => {
      v[j] -= (learningRate * inner(e, z)) / n;
    });
    c -= (learningRate * e.reduce((s, x) => s + x, 0)) / n;
    logits = t.map((_, i) => parts.reduce((s, [, , z], j) => s + z[i] * v[j], c));
    losses.push(logLoss(logits, t));
  }
  const weights = v.map((x, j) => x / parts[j][1]);
  return {
    weights,
    bias:
      c -
      inner(
        weights,
        parts.map(([m]) => m),
      ),
    losses,
  };
}
