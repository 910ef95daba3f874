// Written by a numerics person: rows are packed once into a flat Float64Array, and the vectors that come back are Float64Arrays too.
interface Packed {
  n: number;
  d: number;
  x: Float64Array;
  t: Float64Array;
}

function pack(X: number[][], d: number, y?: number[]): Packed {
  const n = X.length;
  if (y !== undefined) {
    if (n === 0) throw new RangeError('no data');
    if (y.length !== n) throw new TypeError('targets: wrong length');
  }
  const x = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    if (X[i].length !== d) throw new TypeError(`row ${i}: wrong length`);
    x.set(X[i], i * d);
  }
  return { n, d, x, t: Float64Array.from(y ?? []) };
}

function forward(p: Packed, w: Float64Array, b: number, out: Float64Array): void {
  let at = 0;
  for (let i = 0; i < p.n; i++) {
    let v = 0;
    for (let j = 0; j < p.d; j++) v += p.x[at++] * w[j];
    out[i] = v + b;
  }
}

function residualsInto(p: Packed, w: Float64Array, b: number, r: Float64Array): number {
  forward(p, w, b, r);
  let ss = 0;
  for (let i = 0; i < p.n; i++) {
    r[i] -= p.t[i];
    ss += r[i] * r[i];
  }
  return ss / p.n;
}

function slopeInto(p: Packed, r: Float64Array, g: Float64Array): number {
  g.fill(0);
  let gb = 0;
  for (let i = 0, at = 0; i < p.n; i++) {
    gb += r[i];
    for (let j = 0; j < p.d; j++) g[j] += r[i] * p.x[at++];
  }
  for (let j = 0; j < p.d; j++) g[j] *= 2 / p.n;
  return gb * (2 / p.n);
}

const asNumbers = (a: Float64Array): number[] => a as unknown as number[];

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const p = pack(X, weights.length);
  const out = new Float64Array(p.n);
  forward(p, Float64Array.from(weights), bias, out);
  return asNumbers(out);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const p = pack(X, weights.length, y);
  return residualsInto(p, Float64Array.from(weights), bias, new Float64Array(p.n));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const p = pack(X, weights.length, y);
  const r = new Float64Array(p.n);
  residualsInto(p, Float64Array.from(weights), bias, r);
  const g = new Float64Array(p.d);
  const gb = slopeInto(p, r, g);
  return { weights: asNumbers(g), bias: gb };
}

export function gradientDescent(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  const { learningRate, steps, weights, bias = 0, tolerance = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('no data');
  const p = pack(X, weights === undefined ? X[0].length : weights.length, y);
  const w = new Float64Array(p.d);
  if (weights !== undefined) w.set(weights);
  const r = new Float64Array(p.n);
  const g = new Float64Array(p.d);
  let b = bias;
  let last = residualsInto(p, w, b, r);
  const history = [last];
  const limit = 1e6 * (last + 1);
  const finish = (status: 'max-steps' | 'converged' | 'diverged') => ({
    weights: asNumbers(w),
    bias: b,
    losses: asNumbers(Float64Array.from(history)),
    status,
  });
  for (let k = 0; k < steps; k++) {
    const gb = slopeInto(p, r, g);
    for (let j = 0; j < p.d; j++) w[j] -= learningRate * g[j];
    b -= learningRate * gb;
    const now = residualsInto(p, w, b, r);
    history.push(now);
    if (!Number.isFinite(now) || now > limit) return finish('diverged');
    if (Math.abs(now - last) < tolerance) return finish('converged');
    last = now;
  }
  return finish('max-steps');
}
