// Written by someone wary of rounding: every sum is a Neumaier compensated sum fed by generators.
function kbn(terms: Iterable<number>): number {
  let s = 0;
  let lost = 0;
  for (const t of terms) {
    const u = s + t;
    lost += Math.abs(s) >= Math.abs(t) ? s - u + t : t - u + s;
    s = u;
  }
  return s + lost;
}

function* products(a: number[], b: number[]): Generator<number> {
  for (let i = 0; i < a.length; ++i) yield a[i] * b[i];
}

function* scoreTerms(row: number[], w: number[], bias: number): Generator<number> {
  yield bias;
  yield* products(row, w);
}

function validate(X: number[][], w: number[] | undefined, y?: number[]): void {
  if (y) {
    if (X.length < 1) throw new RangeError('X has no rows');
    if (y.length !== X.length) throw new TypeError('y does not match X');
    for (const label of y)
      if (![0, 1].includes(label)) throw new RangeError('label outside {0, 1}');
  }
  const widths = new Set(X.map(r => r.length));
  if (w && X.length) widths.add(w.length);
  if (widths.size > 1) throw new TypeError(`widths disagree: ${[...widths].join(', ')}`);
}

const score = (row: number[], w: number[], bias: number) => kbn(scoreTerms(row, w, bias));

export function sigmoid(z: number): number {
  const t = Math.exp(z < 0 ? z : -z);
  const small = t / (1 + t);
  return z < 0 ? small : 1 - small;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  validate(X, weights);
  return X.map(row => sigmoid(score(row, weights, bias)));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): number {
  validate(X, weights, y);
  function* costs(): Generator<number> {
    for (const [i, row] of X.entries()) {
      const z = score(row, weights, bias);
      const m = y[i] === 1 ? z : -z;
      if (m < 0) yield -m;
      yield Math.log1p(Math.exp(-Math.abs(m)));
    }
  }
  return kbn(costs()) / X.length + (l2 * kbn(products(weights, weights))) / 2;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): { weights: number[]; bias: number } {
  validate(X, weights, y);
  const residual = X.map((row, i) => sigmoid(score(row, weights, bias)) - y[i]);
  const column = (j: number) => X.map(row => row[j]);
  return {
    weights: weights.map((wj, j) => kbn(products(residual, column(j))) / X.length + l2 * wj),
    bias: kbn(residual) / X.length,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  if (!Number.isFinite(options.learningRate) || Math.sign(options.learningRate) !== 1) {
    throw new RangeError('learningRate must be a positive finite number');
  }
  validate(X, options.weights, y);
  const lambda = options.l2 ?? 0;
  let weights = options.weights ? Array.from(options.weights) : Array.from(X[0], () => 0);
  let bias = options.bias ?? 0;
  const losses: number[] = [];
  for (let remaining = options.steps; ; remaining--) {
    losses.push(loss(X, y, weights, bias, lambda));
    if (remaining <= 0) return { weights, bias, losses };
    const g = gradient(X, y, weights, bias, lambda);
    weights = weights.map((w, j) => w - options.learningRate * g.weights[j]);
    bias -= options.learningRate * g.bias;
  }
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold: number = 0.5,
): number[] {
  return Array.from(predictProba(X, weights, bias), p => +(p >= threshold));
}
