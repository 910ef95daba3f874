// Written by someone wary of rounding: every sum over rows is taken pairwise by halving, and predict refuses an empty table because it may.
const halves = (term: (i: number) => number, from: number, to: number): number => {
  if (to - from === 0) return 0;
  if (to - from === 1) return term(from);
  const mid = (from + to) >>> 1;
  return halves(term, from, mid) + halves(term, mid, to);
};

function demand(ok: boolean, Kind: new (message: string) => Error, message: string): void {
  if (!ok) throw new Kind(message);
}

function oneGuess(row: number[], weights: number[], bias: number): number {
  demand(row.length === weights.length, TypeError, 'row width is not weight width');
  return bias + halves(j => row[j] * weights[j], 0, row.length);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  demand(X.length > 0, RangeError, 'nothing to predict');
  return X.map(row => oneGuess(row, weights, bias));
}

function misses(X: number[][], y: number[], weights: number[], bias: number): number[] {
  const guesses = predict(X, weights, bias);
  demand(y.length === guesses.length, TypeError, 'targets and rows differ in number');
  return guesses.map((g, i) => g - y[i]);
}

function meanSquare(e: number[]): number {
  return halves(i => e[i] * e[i], 0, e.length) / e.length;
}

function slopeFrom(X: number[][], e: number[], d: number): { weights: number[]; bias: number } {
  const n = e.length;
  const weights = Array.from(
    { length: d },
    (_unused, j) => (2 * halves(i => e[i] * X[i][j], 0, n)) / n,
  );
  return { weights, bias: (2 * halves(i => e[i], 0, n)) / n };
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return meanSquare(misses(X, y, weights, bias));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return slopeFrom(X, misses(X, y, weights, bias), weights.length);
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
  const { learningRate: a, tolerance: tol = 0 } = options;
  demand(a > 0 && a !== Number.POSITIVE_INFINITY, RangeError, 'learning rate');
  demand(X.length > 0, RangeError, 'no rows');
  let weights = options.weights ? options.weights.slice(0) : X[0].map(() => 0);
  let bias = options.bias ?? 0;
  let e = misses(X, y, weights, bias);
  const losses = [meanSquare(e)];
  for (let done = 1; done <= options.steps; done++) {
    const g = slopeFrom(X, e, weights.length);
    weights = weights.map((w, j) => w - a * g.weights[j]);
    bias = bias - a * g.bias;
    e = misses(X, y, weights, bias);
    losses[done] = meanSquare(e);
    const exploded = !Number.isFinite(losses[done]) || losses[done] > 1e6 * (losses[0] + 1);
    const settled = Math.abs(losses[done] - losses[done - 1]) < tol;
    if (exploded || settled)
      return { weights, bias, losses, status: exploded ? 'diverged' : 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}
