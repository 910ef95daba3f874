// Keeps the walk as a linked list of snapshots and unrolls the losses only at the end; each row's error gives loss and slope in one pass.
type Status = 'max-steps' | 'converged' | 'diverged';
type Snapshot = {
  index: number;
  weights: number[];
  bias: number;
  loss: number;
  slope: number[];
  slopeBias: number;
  previous: Snapshot | null;
};

const line = (row: number[], weights: number[], bias: number): number =>
  row.reduce((sum, x, j) => sum + x * weights[j], bias);

function requireWidth(X: number[][], d: number): void {
  if (!X.every(({ length }) => length === d))
    throw new TypeError('features and weights do not fit');
}

function snapshot(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  previous: Snapshot | null,
): Snapshot {
  const n = X.length;
  let squares = 0;
  let errors = 0;
  const products: number[] = weights.map(() => 0);
  let i = n;
  while (i-- > 0) {
    const e = line(X[i], weights, bias) - y[i];
    squares += e * e;
    errors += e;
    for (const j in products) products[j] += e * X[i][j];
  }
  return {
    index: previous ? previous.index + 1 : 0,
    weights,
    bias,
    loss: squares / n,
    slope: products.map(p => (p + p) / n),
    slopeBias: (errors + errors) / n,
    previous,
  };
}

function first(X: number[][], y: number[], weights: number[] | undefined, bias: number): Snapshot {
  const n = X.length;
  if (n === 0) throw new RangeError('X must have a row');
  if (n !== y.length) throw new TypeError('X and y must be of one length');
  const w = weights === undefined ? X[0].map(() => 0) : weights.map(v => v);
  requireWidth(X, w.length);
  return snapshot(X, y, w, bias, null);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  requireWidth(X, weights.length);
  return X.map(row => line(row, weights, bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return first(X, y, weights, bias).loss;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const s = first(X, y, weights, bias);
  return { weights: s.slope, bias: s.slopeBias };
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
): { weights: number[]; bias: number; losses: number[]; status: Status } {
  const { learningRate, steps } = options;
  const tolerance = options.tolerance ?? 0;
  switch (true) {
    case Number.isNaN(learningRate):
    case learningRate <= 0:
    case learningRate === Infinity:
      throw new RangeError('learningRate must be a positive finite number');
  }
  const start = first(X, y, options.weights, options.bias ?? 0);

  const advance = (s: Snapshot): Snapshot =>
    snapshot(
      X,
      y,
      s.weights.map((w, j) => w - learningRate * s.slope[j]),
      s.bias - learningRate * s.slopeBias,
      s,
    );
  const statusOf = (s: Snapshot): Status | null => {
    if (s.previous === null) return s.index >= steps ? 'max-steps' : null;
    if (!Number.isFinite(s.loss) || s.loss > (start.loss + 1) * 1e6) return 'diverged';
    if (Math.abs(s.loss - s.previous.loss) < tolerance) return 'converged';
    return s.index >= steps ? 'max-steps' : null;
  };

  let here = start;
  let status = statusOf(here);
  while (status === null) {
    here = advance(here);
    status = statusOf(here);
  }
  const losses: number[] = new Array(here.index + 1);
  for (let s: Snapshot | null = here; s !== null; s = s.previous) losses[s.index] = s.loss;
  return { weights: here.weights, bias: here.bias, losses, status };
}
