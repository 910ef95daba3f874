// Written by a recursion lover: losses and slopes are added pairwise by halving the range of rows, and training recurses too in blocks.
type Slope = { weights: number[]; bias: number };
type Labelled = { rows: number[][]; labels: number[] };

function halves<T>(lo: number, hi: number, leaf: (i: number) => T, join: (a: T, b: T) => T): T {
  if (hi - lo === 1) return leaf(lo);
  const mid = (lo + hi) >>> 1;
  return join(halves(lo, mid, leaf, join), halves(mid, hi, leaf, join));
}

const plus = (a: number, b: number): number => a + b;

function inner(u: number[], v: number[]): number {
  return u.length === 0 ? 0 : halves(0, u.length, k => u[k] * v[k], plus);
}

function sameWidth(rows: number[][], width: number): void {
  const bad = rows.findIndex(r => r.length !== width);
  if (bad >= 0)
    throw new TypeError(`row ${bad} has ${rows[bad].length} columns instead of ${width}`);
}

function labelled(rows: number[][], labels: number[]): Labelled {
  if (rows.length === 0) throw new RangeError('nothing to learn from');
  if (labels.length !== rows.length)
    throw new TypeError(`${labels.length} labels for ${rows.length} rows`);
  if (labels.filter(l => l === 0 || l === 1).length < labels.length)
    throw new RangeError('labels must be 0/1');
  return { rows, labels };
}

function meanCost({ rows, labels }: Labelled, w: number[], b: number, l2: number): number {
  const cost = (i: number): number => {
    const z = inner(rows[i], w) + b;
    return (
      (labels[i] === 1 ? Math.max(-z, 0) : Math.max(z, 0)) + Math.log1p(Math.exp(-Math.abs(z)))
    );
  };
  return halves(0, rows.length, cost, plus) / rows.length + (l2 / 2) * inner(w, w);
}

function meanSlope({ rows, labels }: Labelled, w: number[], b: number, l2: number): Slope {
  const one = (i: number): Slope => {
    const e = sigmoid(inner(rows[i], w) + b) - labels[i];
    return { weights: rows[i].map(v => e * v), bias: e };
  };
  const both = (p: Slope, q: Slope): Slope => ({
    weights: p.weights.map((v, j) => v + q.weights[j]),
    bias: p.bias + q.bias,
  });
  const whole = halves(0, rows.length, one, both);
  return {
    weights: whole.weights.map((v, j) => v / rows.length + l2 * w[j]),
    bias: whole.bias / rows.length,
  };
}

export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - sigmoid(-z);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  sameWidth(X, weights.length);
  return X.map(x => sigmoid(inner(x, weights) + bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  const data = labelled(X, y);
  sameWidth(X, weights.length);
  return meanCost(data, weights, bias, l2);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): Slope {
  const data = labelled(X, y);
  sameWidth(X, weights.length);
  return meanSlope(data, weights, bias, l2);
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const {
    learningRate,
    steps,
    l2 = 0,
    weights = new Array(X.length ? X[0].length : 0).fill(0),
    bias = 0,
  } = options;
  if (!(learningRate > 0) || learningRate === Infinity)
    throw new RangeError('learningRate out of range');
  const data = labelled(X, y);
  sameWidth(X, weights.length);

  const losses = [meanCost(data, weights, bias, l2)];
  const advance = (at: Slope, count: number): Slope => {
    if (count <= 0) return at;
    if (count > 1) {
      const first = count >>> 1;
      return advance(advance(at, first), count - first);
    }
    const g = meanSlope(data, at.weights, at.bias, l2);
    const next = {
      weights: at.weights.map((v, j) => v - learningRate * g.weights[j]),
      bias: at.bias - learningRate * g.bias,
    };
    losses.push(meanCost(data, next.weights, next.bias, l2));
    return next;
  };
  const end = advance({ weights: weights.slice(), bias }, steps);
  return { weights: end.weights, bias: end.bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
