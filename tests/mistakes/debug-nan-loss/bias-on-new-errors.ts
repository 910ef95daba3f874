// The bias is stepped after the weights, on errors computed anew.
class Scaler {
  means: number[] = [];
  deviations: number[] = [];
  Z: number[][];

  constructor(X: number[][]) {
    if (X.length === 0) throw new RangeError('no rows');
    if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged rows');
    this.Z = X.map(r => [...r]);
    X[0].forEach((_, j) => {
      this.column(X, j);
    });
  }

  private column(X: number[][], j: number): void {
    const base = X[0][j];
    let unit = 0;
    for (const r of X) unit = Math.max(unit, Math.abs(r[j] - base));
    if (unit === 0) {
      this.means.push(base);
      this.deviations.push(1);
      this.Z.forEach(r => {
        r[j] = 0;
      });
      return;
    }
    const n = X.length;
    let m = 0;
    for (const r of X) m += (r[j] - base) / unit;
    m /= n;
    let q = 0;
    for (const r of X) q += ((r[j] - base) / unit - m) ** 2;
    const s = Math.sqrt(q / n);
    this.means.push(base + m * unit);
    this.deviations.push(s * unit);
    this.Z.forEach((r, i) => {
      r[j] = ((X[i][j] - base) / unit - m) / s;
    });
  }
}

export function binaryLabels(y: number[]): number[] {
  let zero = 0;
  let minus = 0;
  const out = y.map(v => {
    if (v === 1) return 1;
    if (v === 0) zero++;
    else if (v === -1) minus++;
    else throw new RangeError(`label ${v}`);
    return 0;
  });
  if (zero && minus) throw new RangeError('labels 0 and -1');
  return out;
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const { Z, means, deviations } = new Scaler(X);
  return { Z, means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('lengths');
  let out = 0;
  logits.forEach((z, i) => {
    const bad = y[i] === 1 ? -z : z;
    out += ((bad > 0 ? bad : 0) + Math.log1p(Math.exp(-Math.abs(z)))) / y.length;
  });
  return out;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('learning rate');
  const { Z, means, deviations } = new Scaler(X);
  if (y.length !== X.length) throw new TypeError('labels and rows');
  const t = binaryLabels(y);
  const w = means.map(() => 0);
  let b = 0;
  const logits = () => Z.map(r => r.reduce((s, z, j) => s + z * w[j], b));
  const errors = () => logits().map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
  const stepWeights = () => {
    const e = errors();
    w.forEach((_, j) => {
      w[j] -= (rate * e.reduce((s, x, i) => s + x * Z[i][j], 0)) / e.length;
    });
  };
  const stepBias = () => {
    const e = errors();
    b -= (rate * e.reduce((s, x) => s + x, 0)) / e.length;
  };
  const losses = [logLoss(logits(), t)];
  for (let k = 0; k < options.steps; k++) {
    stepWeights();
    stepBias();
    losses.push(logLoss(logits(), t));
  }
  const weights = w.map((v, j) => v / deviations[j]);
  return { weights, bias: b - weights.reduce((s, v, j) => s + v * means[j], 0), losses };
}
