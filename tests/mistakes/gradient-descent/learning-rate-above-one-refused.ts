// Wrong: refuses learning rates of 1 and more, which are positive and finite and must be allowed.
const rateOk = (r: number): boolean => r > 0 && r < 1;
const fits = (X: number[][], d: number): void =>
  X.forEach(r => {
    if (r.length !== d) throw new TypeError('fit');
  });
const start = (X: number[][], y: number[], d: number): number => {
  if (X.length === 0) throw new RangeError('none');
  if (y.length !== X.length) throw new TypeError('fit');
  fits(X, d);
  return X.length;
};
export function predict(X: number[][], weights: number[], bias: number): number[] {
  fits(X, weights.length);
  return X.map(r => {
    let t = 0;
    for (let j = 0; j < r.length; j++) t = t + weights[j] * r[j];
    return t + bias;
  });
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const n = start(X, y, weights.length);
  const p = predict(X, weights, bias);
  let t = 0;
  for (let i = n - 1; i >= 0; i--) t += (y[i] - p[i]) * (y[i] - p[i]);
  return t / n;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const n = start(X, y, weights.length);
  const p = predict(X, weights, bias);
  const gw = weights.map(() => 0);
  let gb = 0;
  for (let i = n - 1; i >= 0; i--) {
    const r = p[i] - y[i];
    gb += r;
    for (let j = 0; j < gw.length; j++) gw[j] += r * X[i][j];
  }
  return { weights: gw.map(v => (v * 2) / n), bias: (gb * 2) / n };
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
  if (!rateOk(options.learningRate)) throw new RangeError('learning rate out of (0, 1)');
  if (X.length === 0) throw new RangeError('none');
  const path: { weights: number[]; bias: number; J: number }[] = [];
  const visit = (weights: number[], bias: number): number =>
    path.push({ weights, bias, J: loss(X, y, weights, bias) });
  visit((options.weights ?? X[0].map(() => 0)).slice(), options.bias ?? 0);
  const end = (status: 'max-steps' | 'converged' | 'diverged') => {
    const last = path[path.length - 1];
    return { weights: last.weights, bias: last.bias, losses: path.map(q => q.J), status };
  };
  for (let k = 0; k < options.steps; k++) {
    const { weights, bias, J } = path[k];
    const g = gradient(X, y, weights, bias);
    visit(
      weights.map((v, j) => v - options.learningRate * g.weights[j]),
      bias - options.learningRate * g.bias,
    );
    const now = path[k + 1].J;
    if (!Number.isFinite(now) || now > 1e6 * (path[0].J + 1)) return end('diverged');
    if (Math.abs(now - J) < (options.tolerance ?? 0)) return end('converged');
  }
  return end('max-steps');
}
