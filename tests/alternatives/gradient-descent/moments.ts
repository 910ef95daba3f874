/** Everything from the second moments of the rows with a column of ones and the target beside them. */
type Moments = { A: number[][]; c: number[]; yy: number };

function moments(X: number[][], y: number[]): Moments {
  if (X.length === 0) throw new RangeError('at least one row is needed');
  if (y.length !== X.length) throw new TypeError('as many targets as rows are needed');
  const d = X[0].length;
  const rows = X.map(row => {
    if (row.length !== d) throw new TypeError('ragged rows');
    return [...row, 1];
  });
  const mean = (f: (row: number[], target: number) => number) =>
    rows.reduce((sum, row, i) => sum + f(row, y[i]), 0) / rows.length;
  const indices = [...Array(d + 1).keys()];
  return {
    A: indices.map(a => indices.map(b => mean(row => row[a] * row[b]))),
    c: indices.map(a => mean((row, target) => row[a] * target)),
    yy: mean((_, target) => target * target),
  };
}

const dot = (a: number[], b: number[]) => a.reduce((sum, value, j) => sum + value * b[j], 0);

function lossOf({ A, c, yy }: Moments, theta: number[]) {
  return (
    dot(
      theta,
      A.map(row => dot(row, theta)),
    ) -
    2 * dot(c, theta) +
    yy
  );
}

function slopeOf({ A, c }: Moments, theta: number[]) {
  return A.map((row, k) => 2 * (dot(row, theta) - c[k]));
}

function parameters(X: number[][], weights: number[], bias: number) {
  if (X.some(row => row.length !== weights.length)) throw new TypeError('another width');
  return [...weights, bias];
}

export function predict(X: number[][], weights: number[], bias: number) {
  const theta = parameters(X, weights, bias);
  return X.map(row => dot([...row, 1], theta));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number) {
  return lossOf(moments(X, y), parameters(X, weights, bias));
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  const slope = slopeOf(moments(X, y), parameters(X, weights, bias));
  return { weights: slope.slice(0, -1), bias: slope[slope.length - 1] };
}

export function gradientDescent(
  X: number[][],
  y: number[],
  {
    learningRate,
    steps,
    weights,
    bias = 0,
    tolerance = 0,
  }: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
) {
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('bad learning rate');
  const m = moments(X, y);
  let theta = parameters(X, weights ?? X[0].map(() => 0), bias);
  const losses = [lossOf(m, theta)];
  const end = (status: 'max-steps' | 'converged' | 'diverged') => ({
    weights: theta.slice(0, -1),
    bias: theta[theta.length - 1],
    losses,
    status,
  });
  while (losses.length <= steps) {
    const slope = slopeOf(m, theta);
    theta = theta.map((value, k) => value - learningRate * slope[k]);
    const now = lossOf(m, theta);
    const before = losses[losses.length - 1];
    losses.push(now);
    if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1)) return end('diverged');
    if (Math.abs(before - now) < tolerance) return end('converged');
  }
  return end('max-steps');
}
