// Wrong: only an infinite or NaN loss counts as diverged, the bound of a million times the first loss is missing.
function lineUp(X: number[][], w: number[], b: number, t?: number[]): number[] {
  if (t && X.length === 0) throw new RangeError('rows');
  if (t && t.length !== X.length) throw new TypeError('targets');
  const v: number[] = [];
  for (let i = 0; i < X.length; i += 1) {
    const r = X[i];
    if (r.length !== w.length) throw new TypeError('widths');
    let a = b - (t ? t[i] : 0);
    for (let j = 0; j < r.length; j += 1) a += r[j] * w[j];
    v.push(a);
  }
  return v;
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return lineUp(X, weights, bias);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  let q = 0;
  const e = lineUp(X, weights, bias, y);
  for (const v of e) q += v * v;
  return q / e.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const e = lineUp(X, weights, bias, y);
  const c = 2 / e.length;
  const gw = weights.map((_, j) => {
    let q = 0;
    for (let i = 0; i < e.length; i += 1) q += e[i] * X[i][j];
    return c * q;
  });
  let q = 0;
  for (const v of e) q += v;
  return { weights: gw, bias: c * q };
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
  const r = options.learningRate;
  if (Number.isNaN(r) || r <= 0 || r === Infinity) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('rows');
  const w = (options.weights || Array<number>(X[0].length).fill(0)).slice();
  let b = options.bias || 0;
  const eps = options.tolerance || 0;
  const all = [loss(X, y, w, b)];
  let why: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let k = 1; k <= options.steps && why === 'max-steps'; k += 1) {
    const g = gradient(X, y, w, b);
    for (let j = 0; j < w.length; j += 1) w[j] -= r * g.weights[j];
    b -= r * g.bias;
    all[k] = loss(X, y, w, b);
    if (!Number.isFinite(all[k])) why = 'diverged';
    else if (Math.abs(all[k] - all[k - 1]) < eps) why = 'converged';
  }
  return { weights: w, bias: b, losses: all, status: why };
}
