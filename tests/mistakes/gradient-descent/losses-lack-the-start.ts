// Wrong: the list of losses leaves out the loss at the start, so it is as long as the number of updates.
function forwardPass(X: number[][], w: number[], b: number): Float64Array {
  const out = new Float64Array(X.length);
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== w.length) throw new TypeError('dimension');
    let z = b;
    for (let j = 0; j < w.length; j++) z += w[j] * X[i][j];
    out[i] = z;
  }
  return out;
}
function validate(X: number[][], y: number[]): void {
  if (!X.length) throw new RangeError('need data');
  if (X.length - y.length) throw new TypeError('dimension');
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return [...forwardPass(X, weights, bias)];
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  validate(X, y);
  return (
    forwardPass(X, weights, bias).reduce((acc, p, i) => acc + (p - y[i]) * (p - y[i]), 0) / X.length
  );
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  validate(X, y);
  const delta = forwardPass(X, weights, bias).map((p, i) => (2 / X.length) * (p - y[i]));
  const gw = Array.from(weights, () => 0);
  for (let i = 0; i < X.length; i++)
    for (let j = 0; j < gw.length; j++) gw[j] += delta[i] * X[i][j];
  return { weights: gw, bias: delta.reduce((a, v) => a + v, 0) };
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
  const { learningRate: lr, steps, bias = 0, tolerance = 0 } = options;
  if (!(lr > 0) || !Number.isFinite(lr)) throw new RangeError('lr');
  validate(X, y);
  const w = Float64Array.from(options.weights ?? X[0].map(() => 0));
  let b = bias;
  const first = loss(X, y, [...w], b);
  let prev = first;
  const history: number[] = [];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, [...w], b);
    g.weights.forEach((v, j) => {
      w[j] -= lr * v;
    });
    b -= lr * g.bias;
    const cur = loss(X, y, [...w], b);
    history.push(cur);
    if (!Number.isFinite(cur) || cur > 1e6 * (first + 1)) {
      status = 'diverged';
      break;
    }
    if (Math.abs(cur - prev) < tolerance) {
      status = 'converged';
      break;
    }
    prev = cur;
  }
  return { weights: [...w], bias: b, losses: history, status };
}
