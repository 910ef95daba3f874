// Looks for −1 after a 0, and not for 0 after a −1.
function tableau(X: number[][]): {
  n: number;
  d: number;
  z: Float64Array;
  mu: Float64Array;
  sd: Float64Array;
} {
  const n = X.length;
  if (n < 1) throw new RangeError('X has no rows');
  const d = X[0].length;
  for (let i = 1; i < n; i++) {
    if (X[i].length !== d) throw new TypeError('X is ragged at row ' + i);
  }
  const z = new Float64Array(n * d);
  const mu = new Float64Array(d);
  const sd = new Float64Array(d);
  for (let j = 0; j < d; j++) {
    const at = j * n;
    const origin = X[0][j];
    let reach = 0;
    for (let i = 0; i < n; i++) {
      z[at + i] = X[i][j] - origin;
      const a = Math.abs(z[at + i]);
      if (a > reach) reach = a;
    }
    if (reach === 0) {
      mu[j] = origin;
      sd[j] = 1;
      for (let i = 0; i < n; i++) z[at + i] = 0;
      continue;
    }
    let sum = 0;
    for (let i = 0; i < n; i++) sum += z[at + i] /= reach;
    const centre = sum / n;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      z[at + i] -= centre;
      const c = z[at + i];
      squares += c * c;
    }
    const spread = Math.sqrt(squares / n);
    for (let i = 0; i < n; i++) z[at + i] /= spread;
    mu[j] = origin + centre * reach;
    sd[j] = spread * reach;
  }
  return { n, d, z, mu, sd };
}

function zeroOne(y: ArrayLike<number>): Uint8Array {
  const bits = new Uint8Array(y.length);
  let seen = 0;
  for (let i = 0; i < y.length; i++) {
    const v = y[i];
    if (v === 1) bits[i] = 1;
    else if (v === 0) seen = 1;
    else if (v === -1 && seen !== 1) bits[i] = 0;
    else throw new RangeError('label ' + v + ' at ' + i);
  }
  return bits;
}

function crossEntropy(z: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = z.length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const s = z[i];
    const tail = Math.log1p(Math.exp(s < 0 ? s : -s));
    const hinge = y[i] === 1 ? (s < 0 ? -s : 0) : s > 0 ? s : 0;
    total += hinge / n + tail / n;
  }
  return total;
}

export function binaryLabels(y: number[]): number[] {
  return Array.from(zeroOne(y));
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const t = tableau(X);
  const Z: number[][] = [];
  for (let i = 0; i < t.n; i++) {
    const row: number[] = new Array(t.d);
    for (let j = 0; j < t.d; j++) row[j] = t.z[j * t.n + i];
    Z.push(row);
  }
  return { Z, means: Array.from(t.mu), deviations: Array.from(t.sd) };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss: lengths differ');
  return crossEntropy(logits, y);
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const lr = options.learningRate;
  if (!(lr > 0) || lr === Infinity) throw new RangeError('train: learningRate ' + lr);
  const { n, d, z, mu, sd } = tableau(X);
  if (y.length !== n) throw new TypeError('train: ' + y.length + ' labels, ' + n + ' rows');
  const target = zeroOne(y);
  const w = new Float64Array(d);
  const s = new Float64Array(n);
  const e = new Float64Array(n);
  let b = 0;
  const losses = [crossEntropy(s, target)];
  for (let step = 0; step < options.steps; step++) {
    let eSum = 0;
    for (let i = 0; i < n; i++) {
      e[i] = 1 / (1 + Math.exp(-s[i])) - target[i];
      eSum += e[i];
    }
    b -= lr * (eSum / n);
    s.fill(b);
    for (let j = 0; j < d; j++) {
      const at = j * n;
      let g = 0;
      for (let i = 0; i < n; i++) g += e[i] * z[at + i];
      w[j] -= lr * (g / n);
      for (let i = 0; i < n; i++) s[i] += w[j] * z[at + i];
    }
    losses.push(crossEntropy(s, target));
  }
  const weights: number[] = [];
  for (let j = 0; j < d; j++) {
    weights.push(w[j] / sd[j]);
    b -= weights[j] * mu[j];
  }
  return { weights, bias: b, losses };
}
