// Written by a numerics person: the data is packed once into a flat Float64Array and typed arrays are what comes back.
interface Packed {
  n: number;
  d: number;
  data: Float64Array;
}

function pack(X: number[][], width: number): Packed {
  const n = X.length;
  const data = new Float64Array(n * width);
  let at = 0;
  for (const row of X) {
    if (row.length !== width) throw new TypeError(`expected width ${width}, got ${row.length}`);
    data.set(row, at);
    at += width;
  }
  return { n, d: width, data };
}

function packLabels(y: number[], n: number): Uint8Array {
  if (n === 0) throw new RangeError('empty data');
  if (y.length !== n) throw new TypeError('label count');
  const t = new Uint8Array(n);
  y.forEach((v, i) => {
    if (v !== 0 && v !== 1) throw new RangeError(`bad label ${v}`);
    t[i] = v;
  });
  return t;
}

function scores(P: Packed, w: ArrayLike<number>, b: number): Float64Array {
  const z = new Float64Array(P.n).fill(b);
  for (let k = 0; k < P.data.length; k++) z[(k / P.d) | 0] += P.data[k] * w[k % P.d];
  return z;
}

function cost(z: Float64Array, t: Uint8Array, w: ArrayLike<number>, l2: number): number {
  let c = 0;
  for (let i = 0; i < z.length; i++) {
    const against = t[i] ? -z[i] : z[i];
    c += against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
  }
  let r = 0;
  for (let j = 0; j < w.length; j++) r += w[j] * w[j];
  return c / z.length + 0.5 * l2 * r;
}

function slope(
  P: Packed,
  z: Float64Array,
  t: Uint8Array,
  w: ArrayLike<number>,
  l2: number,
): Float64Array {
  const g = new Float64Array(P.d + 1);
  for (let i = 0; i < P.n; i++) {
    const e = (sigmoid(z[i]) - t[i]) / P.n;
    for (let j = 0, k = i * P.d; j < P.d; j++, k++) g[j] += e * P.data[k];
    g[P.d] += e;
  }
  for (let j = 0; j < P.d; j++) g[j] += l2 * w[j];
  return g;
}

export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z < 0 ? e : 1) / (1 + e);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return scores(pack(X, weights.length), weights, bias).map(sigmoid) as unknown as number[];
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  const t = packLabels(y, X.length);
  const P = pack(X, weights.length);
  return cost(scores(P, weights, bias), t, weights, l2);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  const t = packLabels(y, X.length);
  const P = pack(X, weights.length);
  const g = slope(P, scores(P, weights, bias), t, weights, l2);
  return { weights: g.slice(0, P.d) as unknown as number[], bias: g[P.d] };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { learningRate: eta, steps, l2 = 0 } = options;
  if (!Number.isFinite(eta) || eta <= 0) throw new RangeError('learningRate');
  const t = packLabels(y, X.length);
  const w =
    options.weights === undefined
      ? new Float64Array(X[0].length)
      : Float64Array.from(options.weights);
  const P = pack(X, w.length);
  let b = options.bias ?? 0;
  const losses = new Float64Array(Math.max(0, steps) + 1);
  let z = scores(P, w, b);
  losses[0] = cost(z, t, w, l2);
  for (let s = 1; s <= steps; s++) {
    const g = slope(P, z, t, w, l2);
    for (let j = 0; j < P.d; j++) w[j] -= eta * g[j];
    b -= eta * g[P.d];
    z = scores(P, w, b);
    losses[s] = cost(z, t, w, l2);
  }
  return { weights: w as unknown as number[], bias: b, losses: losses as unknown as number[] };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  const z = scores(pack(X, weights.length), weights, bias);
  return Uint8Array.from(z, v => (sigmoid(v) >= threshold ? 1 : 0)) as unknown as number[];
}
