// Wrong: the explosion rule only compares sizes, so a loss that is NaN runs on to max-steps.
const widthOf = (X: number[][]): number => (X.length ? X[0].length : 0);
function sane(X: number[][], y: number[] | undefined, d: number): void {
  if (y !== undefined) {
    if (X.length === 0) throw new RangeError('rows required');
    if (X.length !== y.length) throw new TypeError('one target per row');
  }
  for (let i = 0; i < X.length; i++) if (X[i].length !== d) throw new TypeError(`row ${i} width`);
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  sane(X, undefined, weights.length);
  const f = (row: number[]): number => {
    let acc = 0;
    for (let j = 0; j < row.length; j++) acc += weights[j] * row[j];
    return acc + bias;
  };
  return X.map(f);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  sane(X, y, weights.length);
  let acc = 0;
  const p = predict(X, weights, bias);
  for (let i = 0; i < y.length; i++) acc += (p[i] - y[i]) * (p[i] - y[i]);
  return acc / y.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  sane(X, y, weights.length);
  const p = predict(X, weights, bias);
  const g = weights.map((_, j) => {
    let acc = 0;
    for (let i = 0; i < y.length; i++) acc += (p[i] - y[i]) * X[i][j];
    return (acc * 2) / y.length;
  });
  let acc = 0;
  for (let i = 0; i < y.length; i++) acc += p[i] - y[i];
  return { weights: g, bias: (acc * 2) / y.length };
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
  if (!Number.isFinite(options.learningRate) || options.learningRate <= 0)
    throw new RangeError('learning rate');
  const theta = options.weights ? options.weights.slice() : Array<number>(widthOf(X)).fill(0);
  sane(X, y, theta.length);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, theta, b)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let t = 1; t <= options.steps; t++) {
    const g = gradient(X, y, theta, b);
    g.weights.forEach((v, j) => {
      theta[j] -= options.learningRate * v;
    });
    b -= options.learningRate * g.bias;
    const J = loss(X, y, theta, b);
    losses.push(J);
    if (J === Infinity || J > 1e6 * (losses[0] + 1)) status = 'diverged';
    else if (Math.abs(J - losses[t - 1]) < (options.tolerance ?? 0)) status = 'converged';
    if (status !== 'max-steps') break;
  }
  return { weights: theta, bias: b, losses, status };
}
