// Wrong: only the number of all cells is checked, so rows whose widths are right on average pass.
class Matrix {
  readonly cells: Float64Array;

  constructor(
    X: number[][],
    readonly cols: number,
    readonly rows = X.length,
  ) {
    const flat = X.flat();
    if (flat.length !== rows * cols) throw new TypeError('X does not have the expected shape');
    this.cells = Float64Array.from(flat);
  }

  times(v: number[]): number[] {
    const out = new Array<number>(this.rows).fill(0);
    for (let i = 0; i < this.rows; i++) {
      for (let j = 0; j < this.cols; j++) out[i] += this.cells[i * this.cols + j] * v[j];
    }
    return out;
  }

  transposedTimes(v: number[]): number[] {
    const out = new Array<number>(this.cols).fill(0);
    for (let k = 0; k < this.cells.length; k++)
      out[k % this.cols] += this.cells[k] * v[Math.floor(k / this.cols)];
    return out;
  }
}

function checkLabels(y: number[], rows: number): void {
  if (rows === 0) throw new RangeError('no rows');
  if (y.length !== rows) throw new TypeError('labels');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('labels must be 0 or 1');
}

function costOf(m: Matrix, y: number[], w: number[], b: number, l2: number): number {
  const ce = m.times(w).reduce((acc, s, i) => {
    const t = y[i] === 1 ? -(s + b) : s + b;
    return acc + Math.max(0, t) + Math.log1p(Math.exp(-Math.abs(t)));
  }, 0);
  return ce / m.rows + (l2 * w.reduce((acc, v) => acc + v * v, 0)) / 2;
}

function slopeOf(m: Matrix, y: number[], w: number[], b: number, l2: number) {
  const r = m.times(w).map((s, i) => sigmoid(s + b) - y[i]);
  return {
    weights: m.transposedTimes(r).map((g, j) => g / m.rows + l2 * w[j]),
    bias: r.reduce((acc, v) => acc + v, 0) / m.rows,
  };
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return new Matrix(X, weights.length).times(weights).map(s => sigmoid(s + bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  checkLabels(y, X.length);
  return costOf(new Matrix(X, weights.length), y, weights, bias, l2);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  checkLabels(y, X.length);
  return slopeOf(new Matrix(X, weights.length), y, weights, bias, l2);
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  checkLabels(y, X.length);
  const w = options.weights ? [...options.weights] : X[0].map(() => 0);
  let b = options.bias ?? 0;
  const m = new Matrix(X, w.length);
  const losses = [costOf(m, y, w, b, l2)];
  for (let k = 0; k < steps; k++) {
    const g = slopeOf(m, y, w, b, l2);
    for (const [j, v] of g.weights.entries()) w[j] -= learningRate * v;
    b -= learningRate * g.bias;
    losses.push(costOf(m, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
