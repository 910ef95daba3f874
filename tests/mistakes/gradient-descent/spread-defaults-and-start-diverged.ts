// Wrong: two bugs, defaults are merged by spreading so an explicit undefined wins over zero, and a start of infinite loss is 'diverged' before any update.
interface Options {
  learningRate: number;
  steps: number;
  weights?: number[];
  bias?: number;
  tolerance?: number;
}

function assert(condition: boolean, Kind: new (message: string) => Error, message: string): void {
  if (!condition) throw new Kind(message);
}

function assertShape(X: number[][], weights: number[], y?: number[]): void {
  if (y) {
    assert(X.length > 0, RangeError, 'There are no rows');
    assert(X.length === y.length, TypeError, 'X and y do not match');
  }
  assert(
    X.every(row => row.length === weights.length),
    TypeError,
    'Rows and weights do not match',
  );
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  assertShape(X, weights);
  const predictions: number[] = [];
  for (const row of X) {
    let p = bias;
    row.forEach((value, j) => {
      p += value * weights[j];
    });
    predictions.push(p);
  }
  return predictions;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  assertShape(X, weights, y);
  let total = 0;
  predict(X, weights, bias).forEach((p, i) => {
    total += (p - y[i]) ** 2;
  });
  return total / X.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  assertShape(X, weights, y);
  const result = { weights: weights.map(() => 0), bias: 0 };
  predict(X, weights, bias).forEach((p, i) => {
    const scaled = (2 / X.length) * (p - y[i]);
    result.bias += scaled;
    X[i].forEach((value, j) => {
      result.weights[j] += scaled * value;
    });
  });
  return result;
}

export function gradientDescent(
  X: number[][],
  y: number[],
  options: Options,
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  assert(X.length > 0, RangeError, 'There are no rows');
  const settings = {
    weights: X[0].map(() => 0),
    bias: 0,
    tolerance: 0,
    ...options,
  } as Required<Options>;
  const { learningRate, steps, tolerance } = settings;
  assert(Number.isFinite(learningRate) && learningRate > 0, RangeError, 'Bad learning rate');
  let weights = Array.from(settings.weights ?? X[0].map(() => 0));
  let bias = settings.bias;
  const losses = [loss(X, y, weights, bias)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (;;) {
    const current = losses[losses.length - 1];
    if (!Number.isFinite(current) || current > 1e6 * (losses[0] + 1)) {
      status = 'diverged';
      break;
    }
    if (losses.length > 1 && Math.abs(current - losses[losses.length - 2]) < tolerance) {
      status = 'converged';
      break;
    }
    if (losses.length > steps) break;
    const slope = gradient(X, y, weights, bias);
    weights = weights.map((w, j) => w - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;
    losses.push(loss(X, y, weights, bias));
  }
  return { weights, bias, losses, status };
}
