// Wrong: only the total number of features is compared, so ragged rows whose widths add up to n times d are let through.
class Matrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly cols: number;

  constructor(X: number[][], cols: number) {
    const flat = X.flat();
    if (flat.length !== X.length * cols) throw new TypeError('X has the wrong shape');
    this.data = Float64Array.from(flat);
    this.rows = X.length;
    this.cols = cols;
  }

  times(v: ArrayLike<number>, plus: number): Float64Array {
    const out = new Float64Array(this.rows).fill(plus);
    for (let k = 0; k < this.data.length; k++)
      out[Math.floor(k / this.cols)] += this.data[k] * v[k % this.cols];
    return out;
  }

  transposedTimes(v: ArrayLike<number>): Float64Array {
    const out = new Float64Array(this.cols);
    for (let k = 0; k < this.data.length; k++)
      out[k % this.cols] += this.data[k] * v[Math.floor(k / this.cols)];
    return out;
  }
}

function withTargets(X: number[][], y: number[], cols: number): Matrix {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('y has the wrong length');
  return new Matrix(X, cols);
}

function meanSquare(M: Matrix, y: number[], w: ArrayLike<number>, b: number): number {
  return M.times(w, b).reduce((s, p, i) => s + (p - y[i]) * (p - y[i]), 0) / M.rows;
}

function slopes(
  M: Matrix,
  y: number[],
  w: ArrayLike<number>,
  b: number,
): { weights: number[]; bias: number } {
  const e = M.times(w, b).map((p, i) => p - y[i]);
  return {
    weights: Array.from(M.transposedTimes(e), s => (2 * s) / M.rows),
    bias: (2 * e.reduce((s, v) => s + v, 0)) / M.rows,
  };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return Array.from(new Matrix(X, weights.length).times(weights, bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return meanSquare(withTargets(X, y, weights.length), y, weights, bias);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return slopes(withTargets(X, y, weights.length), y, weights, bias);
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
  const { learningRate, steps } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('no rows');
  const w = Float64Array.from(options.weights ?? new Float64Array(X[0].length));
  const M = withTargets(X, y, w.length);
  let b = options.bias ?? 0;
  const losses = [meanSquare(M, y, w, b)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  while (losses.length <= steps && status === 'max-steps') {
    const g = slopes(M, y, w, b);
    g.weights.forEach((s, j) => {
      w[j] -= learningRate * s;
    });
    b -= learningRate * g.bias;
    const old = losses[losses.length - 1];
    const now = meanSquare(M, y, w, b);
    losses.push(now);
    if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1)) status = 'diverged';
    else if (Math.abs(now - old) < (options.tolerance ?? 0)) status = 'converged';
  }
  return { weights: [...w], bias: b, losses, status };
}
