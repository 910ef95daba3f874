// An endless generator yields the positions of the walk and the caller decides when to stop pulling.
type Point = { weights: number[]; bias: number };
type Visit = Point & { height: number };

function assertShapes(X: number[][], weights: number[]): void {
  const widths = new Set(X.map(r => r.length));
  if (widths.size > 1) throw new TypeError('ragged X');
  if (widths.size === 1 && !widths.has(weights.length))
    throw new TypeError('weights of another width');
}

function assertData(X: number[][], y: number[]): void {
  if (X.length !== y.length) throw new TypeError('X and y of different length');
  if (y.length === 0) throw new RangeError('nothing to fit');
}

function* zip<A, B>(a: Iterable<A>, b: readonly B[]): Generator<[A, B]> {
  let k = 0;
  for (const v of a) yield [v, b[k++]];
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  assertShapes(X, weights);
  const result: number[] = [];
  for (const row of X) {
    let value = 0;
    for (const [x, w] of zip(row, weights)) value += x * w;
    result.push(value + bias);
  }
  return result;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  assertData(X, y);
  let sum = 0;
  for (const [p, t] of zip(predict(X, weights, bias), y)) sum += (t - p) ** 2;
  return sum / y.length;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number): Point {
  assertData(X, y);
  const out: Point = { weights: weights.map(() => 0), bias: 0 };
  let i = 0;
  for (const [p, t] of zip(predict(X, weights, bias), y)) {
    const share = (2 * (p - t)) / y.length;
    const row = X[i++];
    out.bias += share;
    for (const j of row.keys()) out.weights[j] += share * row[j];
  }
  return out;
}

function* walk(X: number[][], y: number[], from: Point, rate: number): Generator<Visit, never> {
  let here = from;
  for (;;) {
    yield { ...here, height: loss(X, y, here.weights, here.bias) };
    const g = gradient(X, y, here.weights, here.bias);
    here = {
      weights: here.weights.map((w, j) => w - rate * g.weights[j]),
      bias: here.bias - rate * g.bias,
    };
  }
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
  if (!Number.isFinite(learningRate) || Math.sign(learningRate) !== 1)
    throw new RangeError('learning rate');
  assertData(X, y);
  const start: Point = {
    weights: (options.weights ?? X[0].map(() => 0)).slice(),
    bias: options.bias ?? 0,
  };
  const visits = walk(X, y, start, learningRate);
  let visit = visits.next().value;
  const losses = [visit.height];
  const finish = (status: 'max-steps' | 'converged' | 'diverged') => ({
    weights: visit.weights,
    bias: visit.bias,
    losses,
    status,
  });
  const bound = 1e6 * (visit.height + 1);
  while (losses.length - 1 < steps) {
    const before = visit.height;
    visit = visits.next().value;
    losses.push(visit.height);
    if (!Number.isFinite(visit.height) || visit.height > bound) return finish('diverged');
    const change = visit.height - before;
    if (change < tolerance && change > -tolerance) return finish('converged');
  }
  return finish('max-steps');
}
