// All parameters in one flat typed array, bias behind the weights; an endless generator of states.
function at(d: number, K: number) {
  return { w: (j: number, k: number) => j * K + k, b: (k: number) => d * K + k, size: (d + 1) * K };
}

function packed(weights: number[][], bias: number[]): Float64Array {
  if (weights.some(({ length }) => length !== bias.length)) throw new TypeError('weights × bias');
  return Float64Array.from([...weights.flat(), ...bias]);
}

function unpacked(theta: Float64Array, d: number, K: number) {
  const rows = Array.from({ length: d + 1 }, (_, j) => [...theta.subarray(j * K, (j + 1) * K)]);
  const bias = rows.pop() as number[];
  return { weights: rows, bias };
}

function verify(X: number[][], d: number, y?: number[], K = 0) {
  if (X.some(x => x.length !== d)) throw new TypeError('X × weights');
  if (y === undefined) return;
  if (X.length === 0) throw new RangeError('n');
  if (X.length !== y.length) throw new TypeError('X × y');
  if (!y.every(label => label >= 0 && label < K && Number.isInteger(label)))
    throw new RangeError('y');
}

function logits(theta: Float64Array, x: number[], K: number): number[] {
  const { w, b } = at(x.length, K);
  return Array.from({ length: K }, (_, k) => {
    let z = 0;
    x.forEach((value, j) => {
      z += value * theta[w(j, k)];
    });
    return z + theta[b(k)];
  });
}

export function logSumExp(z: number[]): number {
  const m = z.reduce((a, b) => (a < b ? b : a));
  let rest = -1;
  for (const value of z) rest += Math.exp(value - m);
  return m + Math.log1p(rest);
}

export function softmax(z: number[]): number[] {
  const m = Math.max(...z);
  const shares = Float64Array.from(z, value => Math.exp(value - m));
  const sum = shares.reduce((a, b) => a + b);
  return [...shares.map(share => share / sum)];
}

function value(theta: Float64Array, X: number[][], y: number[], K: number, l2: number): number {
  let nats = 0;
  X.forEach((x, i) => {
    const z = logits(theta, x, K);
    nats += logSumExp(z) - z[y[i]];
  });
  const free = theta.length - K;
  let squares = 0;
  for (let c = 0; c < free; c++) squares += theta[c] * theta[c];
  return nats / X.length + (l2 * squares) / 2;
}

function slope(
  theta: Float64Array,
  X: number[][],
  y: number[],
  K: number,
  l2: number,
): Float64Array {
  const d = theta.length / K - 1;
  const { w, b } = at(d, K);
  const g = theta.map((parameter, c) => (c < d * K ? l2 * parameter * X.length : 0));
  X.forEach((x, i) => {
    const p = softmax(logits(theta, x, K));
    for (let k = 0; k < K; k++) {
      const error = p[k] - (y[i] === k ? 1 : 0);
      g[b(k)] += error;
      for (let j = 0; j < d; j++) g[w(j, k)] += error * x[j];
    }
  });
  return g.map(sum => sum / X.length);
}

function* descent(
  theta: Float64Array,
  X: number[][],
  y: number[],
  K: number,
  rate: number,
  l2: number,
) {
  for (let now = theta; ; ) {
    yield { now, cost: value(now, X, y, K, l2) };
    const g = slope(now, X, y, K, l2);
    now = now.map((parameter, c) => parameter - rate * g[c]);
  }
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  const theta = packed(weights, bias);
  verify(X, weights.length);
  return X.map(x => softmax(logits(theta, x, bias.length)));
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  const theta = packed(weights, bias);
  verify(X, weights.length);
  return X.map(x => {
    const z = logits(theta, x, bias.length);
    let k = z.length - 1;
    for (let c = k - 1; c >= 0; c--) if (z[c] >= z[k]) k = c;
    return k;
  });
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  verify(X, weights.length, y, bias.length);
  return value(packed(weights, bias), X, y, bias.length, l2);
}

export function gradient(X: number[][], y: number[], weights: number[][], bias: number[], l2 = 0) {
  verify(X, weights.length, y, bias.length);
  return unpacked(slope(packed(weights, bias), X, y, bias.length, l2), weights.length, bias.length);
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  const { classes: K, learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0 && learningRate / 2 < learningRate)) throw new RangeError('learning rate');
  verify(X, X[0]?.length ?? 0, y, K);
  const d = X[0].length;
  const losses: number[] = [];
  for (const { now, cost } of descent(new Float64Array((d + 1) * K), X, y, K, learningRate, l2)) {
    losses.push(cost);
    if (losses.length === steps + 1) return { ...unpacked(now, d, K), losses };
  }
  throw new Error('unreachable');
}
