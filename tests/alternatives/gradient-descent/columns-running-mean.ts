// Written by a database person: works column by column on a transposed table, and takes every mean as a running mean.
function columnsOf(X: number[][], d: number): number[][] {
  const columns: number[][] = [];
  for (let j = 0; j < d; j++) columns[j] = [];
  for (const record of X) {
    if (record.length !== d)
      throw new TypeError(`record of ${record.length} fields, expected ${d}`);
    for (let j = 0; j < d; j++) columns[j].push(record[j]);
  }
  return columns;
}

function scores(columns: number[][], n: number, weights: number[], bias: number): number[] {
  const s: number[] = new Array(n).fill(0);
  columns.forEach((column, j) => {
    const w = weights[j];
    column.forEach((v, i) => {
      s[i] += w * v;
    });
  });
  return s.map(v => v + bias);
}

function average(values: Iterable<number>): number {
  let m = 0;
  let k = 0;
  for (const v of values) m += (v - m) / ++k;
  return m;
}

function open(X: number[][], y: number[], d: number): number[][] {
  if (y.length !== X.length) throw new TypeError('a target for each record');
  if (y.length === 0) throw new RangeError('an empty table');
  return columnsOf(X, d);
}

const off = (columns: number[][], y: number[], w: number[], b: number): number[] =>
  scores(columns, y.length, w, b).map((s, i) => s - y[i]);

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return scores(columnsOf(X, weights.length), X.length, weights, bias);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const e = off(open(X, y, weights.length), y, weights, bias);
  const squares = e.map(v => v * v);
  return squares.includes(Infinity) ? Infinity : average(squares);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const columns = open(X, y, weights.length);
  const e = off(columns, y, weights, bias);
  return {
    weights: columns.map(c => 2 * average(c.map((v, i) => v * e[i]))),
    bias: 2 * average(e),
  };
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
  const settings = {
    bias: 0,
    tolerance: 0,
    learningRate: options.learningRate,
    steps: options.steps,
  };
  if (options.bias !== undefined) settings.bias = options.bias;
  if (options.tolerance !== undefined) settings.tolerance = options.tolerance;
  if (
    Number.isNaN(settings.learningRate) ||
    settings.learningRate <= 0 ||
    settings.learningRate === Infinity
  ) {
    throw new RangeError(`learningRate = ${settings.learningRate}`);
  }
  if (X.length === 0) throw new RangeError('an empty table');
  let point: { weights: number[]; bias: number } = {
    weights: options.weights === undefined ? X[0].map(() => 0) : Array.from(options.weights),
    bias: settings.bias,
  };
  const losses: number[] = [loss(X, y, point.weights, point.bias)];
  let status: 'max-steps' | 'converged' | 'diverged' | undefined;
  for (let remaining = settings.steps; remaining > 0 && !status; remaining--) {
    const slope = gradient(X, y, point.weights, point.bias);
    point = {
      weights: point.weights.map((w, j) => w - settings.learningRate * slope.weights[j]),
      bias: point.bias - settings.learningRate * slope.bias,
    };
    losses.unshift(loss(X, y, point.weights, point.bias)); // newest first, turned round at the end
    const [now, before] = losses;
    const first = losses[losses.length - 1];
    if (!Number.isFinite(now) || now > 1e6 * (first + 1)) status = 'diverged';
    else if (Math.abs(now - before) < settings.tolerance) status = 'converged';
  }
  return { ...point, losses: losses.reverse(), status: status || 'max-steps' };
}
