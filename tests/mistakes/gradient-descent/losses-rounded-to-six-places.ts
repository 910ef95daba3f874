// Wrong: nearly right in numbers, every loss is rounded to six decimals, which also makes small changes look like none.
const round6 = (v: number): number => (Number.isFinite(v) ? Number(v.toFixed(6)) : v);
type Sample = { x: number[]; t: number };
function samples(X: number[][], y: number[], d: number): Sample[] {
  if (X.length < 1) throw new RangeError('samples');
  if (X.length !== y.length) throw new TypeError('samples');
  return X.map((x, i) => {
    if (x.length !== d) throw new TypeError(`sample ${i}`);
    return { x, t: y[i] };
  });
}
const h = (x: number[], w: number[], b: number): number => {
  let z = b;
  for (let j = x.length - 1; j >= 0; j--) z += x[j] * w[j];
  return z;
};
export function predict(X: number[][], weights: number[], bias: number): number[] {
  X.forEach((x, i) => {
    if (x.length !== weights.length) throw new TypeError(`sample ${i}`);
  });
  return X.map(x => h(x, weights, bias));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const S = samples(X, y, weights.length);
  return round6(S.reduce((a, { x, t }) => a + (h(x, weights, bias) - t) ** 2, 0) / S.length);
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const S = samples(X, y, weights.length);
  let gb = 0;
  const gw = weights.map(() => 0);
  for (const { x, t } of S) {
    const u = (2 * (h(x, weights, bias) - t)) / S.length;
    gb += u;
    x.forEach((v, j) => {
      gw[j] += u * v;
    });
  }
  return { weights: gw, bias: gb };
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
  const { learningRate, steps, tolerance = 0 } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  if (X.length < 1) throw new RangeError('samples');
  let w = options.weights ? [...options.weights] : X[0].map(() => 0);
  let b = options.bias ?? 0;
  const log: number[] = [loss(X, y, w, b)];
  const finish = (status: 'max-steps' | 'converged' | 'diverged') => ({
    weights: w,
    bias: b,
    losses: log,
    status,
  });
  for (let e = 1; e <= steps; e++) {
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - learningRate * g.weights[j]);
    b -= learningRate * g.bias;
    log[e] = loss(X, y, w, b);
    if (!Number.isFinite(log[e]) || log[e] > 1e6 * (log[0] + 1)) return finish('diverged');
    if (Math.abs(log[e] - log[e - 1]) < tolerance) return finish('converged');
  }
  return finish('max-steps');
}
