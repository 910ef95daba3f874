// Labels become signs folded into copies of the rows; the sigmoid is e to the minus softplus.
function softplus(t: number): number {
  return t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
}

function inner(a: readonly number[], b: readonly number[]): number {
  let s = 0;
  let k = a.length;
  while (k--) s += a[k] * b[k];
  return s;
}

interface Signed {
  sign: number;
  row: number[];
}

function fold(X: number[][], y: number[], width: number): Signed[] {
  if (X.length === 0) throw new RangeError('need at least one row');
  if (y.length !== X.length) throw new TypeError('need one label for each row');
  return X.map((x, i) => {
    if (x.length !== width) throw new TypeError(`row ${i}: width ${x.length} instead of ${width}`);
    switch (y[i]) {
      case 1:
        return { sign: 1, row: x.slice() };
      case 0:
        return { sign: -1, row: x.map(v => -v) };
      default:
        throw new RangeError(`row ${i}: label ${y[i]}`);
    }
  });
}

function lossOf(data: Signed[], w: number[], b: number, l2: number): number {
  let total = 0;
  for (const { sign, row } of data) total += softplus(-(inner(row, w) + sign * b));
  return total / data.length + l2 * 0.5 * inner(w, w);
}

function slopeOf(
  data: Signed[],
  w: number[],
  b: number,
  l2: number,
): { weights: number[]; bias: number } {
  const pull = new Array<number>(w.length).fill(0);
  let pullBias = 0;
  for (const { sign, row } of data) {
    const doubt = sigmoid(-(inner(row, w) + sign * b));
    for (let j = 0; j < pull.length; j++) pull[j] += doubt * row[j];
    pullBias += doubt * sign;
  }
  return {
    weights: pull.map((v, j) => l2 * w[j] - v / data.length),
    bias: -pullBias / data.length,
  };
}

export function sigmoid(z: number): number {
  return Math.exp(-softplus(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  for (const x of X)
    if (x.length !== weights.length) throw new TypeError('row width and weights differ');
  return X.map(x => 1 / (1 + Math.exp(-inner(x, weights) - bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  return lossOf(fold(X, y, weights.length), weights, bias, l2);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  return slopeOf(fold(X, y, weights.length), weights, bias, l2);
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { learningRate, steps, l2 = 0 } = options;
  if (learningRate <= 0 || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  const w: number[] = options.weights
    ? options.weights.slice()
    : new Array<number>(X.length ? X[0].length : 0).fill(0);
  let b = options.bias ?? 0;
  const data = fold(X, y, w.length);
  const losses = [lossOf(data, w, b, l2)];
  let left = steps;
  while (left > 0) {
    const g = slopeOf(data, w, b, l2);
    g.weights.forEach((v, j) => {
      w[j] -= learningRate * v;
    });
    b -= learningRate * g.bias;
    losses.push(lossOf(data, w, b, l2));
    left--;
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => {
    if (p >= threshold) return 1;
    return 0;
  });
}
