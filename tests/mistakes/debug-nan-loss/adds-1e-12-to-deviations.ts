// Adds 1e-12 to every deviation, to be on the safe side.
export function binaryLabels(y: number[]): number[] {
  const coding = new Map<number, number>([[1, 1]]);
  for (const v of y) {
    if (coding.has(v)) continue;
    if (coding.size === 2 || (v !== 0 && v !== -1)) throw new RangeError('unknown label ' + v);
    coding.set(v, 0);
  }
  return y.map(v => coding.get(v) as number);
}

function assertRectangular(X: number[][]): void {
  if (X.length < 1) throw new RangeError('a table needs a row');
  const lengths = X.map(row => row.length);
  if (lengths.some(l => l !== lengths[0])) throw new TypeError('rows differ in length');
}

function powerOfTwoNear(x: number): number {
  // exact scaling: multiplying by it changes no digit
  return 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(x))));
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  assertRectangular(X);
  const n = X.length;
  const means: number[] = [];
  const deviations: number[] = [];
  const Z: number[][] = X.map(row => row.slice());
  for (let j = 0; j < X[0].length; j += 1) {
    const x0 = X[0][j];
    let far = 0;
    for (let i = 0; i < n; i += 1) {
      Z[i][j] = X[i][j] - x0;
      far = Math.max(far, Math.abs(Z[i][j]));
    }
    if (far === 0) {
      means.push(x0);
      deviations.push(1);
      continue;
    }
    const unit = powerOfTwoNear(far);
    let m = 0;
    for (let i = 0; i < n; i += 1) {
      Z[i][j] /= unit;
      m += Z[i][j] / n;
    }
    let variance = 0;
    for (let i = 0; i < n; i += 1) variance += (Z[i][j] - m) ** 2 / n;
    const s = Math.sqrt(variance) + 1e-12 / unit;
    for (let i = 0; i < n; i += 1) Z[i][j] = (Z[i][j] - m) / s;
    means.push(x0 + unit * m);
    deviations.push(unit * s);
  }
  return { Z, means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  const n = y.length;
  if (logits.length !== n) throw new TypeError('as many logits as labels');
  let loss = 0;
  for (let i = 0; i < n; i += 1) {
    const against = y[i] === 0 ? logits[i] : -logits[i];
    if (against > 0) loss += against / n;
    loss += Math.log1p(Math.exp(-Math.abs(against))) / n;
  }
  return loss;
}

function multiply(A: number[][], theta: number[]): number[] {
  return A.map(row => {
    let s = 0;
    for (let k = 0; k < row.length; k += 1) s += row[k] * theta[k];
    return s;
  });
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate } = options;
  if (!Number.isFinite(learningRate) || !(learningRate > 0))
    throw new RangeError('bad learning rate');
  const { Z, means, deviations } = standardise(X);
  if (y.length !== Z.length) throw new TypeError('as many labels as rows');
  const t = binaryLabels(y);
  const A = Z.map(row => [1, ...row]); // [n][d + 1]
  const theta: number[] = A[0].map(() => 0);
  const losses: number[] = [];
  for (let k = 0; ; k += 1) {
    const s = multiply(A, theta);
    losses.push(logLoss(s, t));
    if (k >= steps) break;
    const g = theta.map(() => 0);
    A.forEach((row, i) => {
      const e = 1 / (1 + Math.exp(-s[i])) - t[i];
      for (let p = 0; p < g.length; p += 1) g[p] += e * row[p];
    });
    for (let p = 0; p < g.length; p += 1) theta[p] -= (learningRate * g[p]) / A.length;
  }
  const [c, ...v] = theta;
  let bias = c;
  const weights = v.map((value, j) => {
    const w = value / deviations[j];
    bias -= w * means[j];
    return w;
  });
  return { weights, bias, losses };
}
