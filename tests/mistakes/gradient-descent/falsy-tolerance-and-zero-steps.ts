// Wrong: two falsy-zero bugs, tolerance 0 becomes 1e-6 and steps 0 becomes 1000.
interface Line {
  weights: number[];
  bias: number;
}

const evaluate = (line: Line, x: number[]): number => {
  if (x.length !== line.weights.length) throw new TypeError('mismatch');
  return x.reduce((acc, v, i) => acc + v * line.weights[i], 0) + line.bias;
};
const cost = (line: Line, X: number[][], y: number[]): number => {
  if (!X.length) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('mismatch');
  const sq = X.map((x, i) => (evaluate(line, x) - y[i]) ** 2);
  return sq.reduce((a, b) => a + b) / sq.length;
};
const slope = (line: Line, X: number[][], y: number[]): Line => {
  if (!X.length) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('mismatch');
  return X.reduce<Line>(
    (g, x, i) => {
      const k = ((evaluate(line, x) - y[i]) * 2) / X.length;
      return { weights: g.weights.map((v, j) => v + k * x[j]), bias: g.bias + k };
    },
    { weights: line.weights.map(() => 0), bias: 0 },
  );
};

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => evaluate({ weights, bias }, x));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return cost({ weights, bias }, X, y);
}
export function gradient(X: number[][], y: number[], weights: number[], bias: number): Line {
  return slope({ weights, bias }, X, y);
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
): Line & { losses: number[]; status: 'max-steps' | 'converged' | 'diverged' } {
  const rate = options.learningRate;
  const steps = options.steps || 1000;
  const tolerance = options.tolerance || 1e-6;
  if (!(rate > 0) || rate === Infinity) throw new RangeError('rate');
  if (!X.length) throw new RangeError('no data');
  let line: Line = {
    weights: [...(options.weights || X[0].map(() => 0))],
    bias: options.bias || 0,
  };
  const losses = [cost(line, X, y)];
  for (let i = 1; i <= steps; i++) {
    const g = slope(line, X, y);
    line = {
      weights: line.weights.map((w, j) => w - rate * g.weights[j]),
      bias: line.bias - rate * g.bias,
    };
    losses.push(cost(line, X, y));
    if (!Number.isFinite(losses[i]) || losses[i] > 1e6 * (losses[0] + 1))
      return { ...line, losses, status: 'diverged' };
    if (Math.abs(losses[i] - losses[i - 1]) < tolerance)
      return { ...line, losses, status: 'converged' };
  }
  return { ...line, losses, status: 'max-steps' };
}
