// The smaller class becomes 0 and the larger 1, so labels that are all 1 come out as 0.
export function binaryLabels(y: number[]): number[] {
  const classes = Array.from(new Set(y)).sort((a, b) => a - b);
  const known = classes.every(c => [-1, 0, 1].includes(c));
  if (!known || classes.length > 2 || (classes[0] === -1 && classes[1] === 0)) {
    throw new RangeError(`binaryLabels: classes ${classes.join(', ')}`);
  }
  return y.map(v => classes.indexOf(v));
}

const check = (X: number[][]) => {
  const [head] = X;
  if (!head) throw new RangeError('no rows');
  for (let i = 1; i < X.length; i++)
    if (X[i].length !== head.length) throw new TypeError(`row ${i}`);
  return head;
};

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const head = check(X);
  const parts = head.map((h, j) => {
    const gap = X.map(row => row[j] - h);
    const top = gap.reduce((m, g) => Math.max(m, Math.abs(g)), 0);
    if (!top) return { mean: h, deviation: 1, z: gap };
    const u = gap.map(g => g / top);
    const m = avg(u);
    const s = Math.sqrt(avg(u.map(x => (x - m) * (x - m))));
    return { mean: h + m * top, deviation: s * top, z: u.map(x => (x - m) / s) };
  });
  return {
    Z: X.map((_, i) => parts.map(p => p.z[i])),
    means: parts.map(p => p.mean),
    deviations: parts.map(p => p.deviation),
  };
}

function avg(v: number[]): number {
  let s = 0;
  for (const x of v) s += x;
  return s / v.length;
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length)
    throw new TypeError(`${logits.length} logits for ${y.length} labels`);
  const softplus = (x: number) => Math.log1p(Math.exp(-Math.abs(x))) + (x > 0 ? x : 0);
  return avg(logits.map((z, i) => (y[i] === 1 ? softplus(-z) : softplus(z))));
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate: lr } = options;
  if (!(lr > 0 && lr < Infinity)) throw new RangeError(`learning rate ${lr}`);
  check(X);
  if (X.length !== y.length) throw new TypeError('as many labels as rows');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  let state = { w: means.map(() => 0), b: 0 };
  const losses: number[] = [];
  for (let k = 0; k <= steps; k++) {
    const { w, b } = state;
    const z = Z.map(row => row.reduce((s, x, j) => s + x * w[j], b));
    losses.push(logLoss(z, t));
    if (k === steps) break;
    const e = z.map((s, i) => 1 / (1 + Math.exp(-s)) - t[i]);
    state = {
      w: w.map((v, j) => v - lr * avg(e.map((x, i) => x * Z[i][j]))),
      b: b - lr * avg(e),
    };
  }
  const weights = state.w.map((v, j) => v / deviations[j]);
  const bias = weights.reduce((b, w, j) => b - w * means[j], state.b);
  return { weights, bias, losses };
}
