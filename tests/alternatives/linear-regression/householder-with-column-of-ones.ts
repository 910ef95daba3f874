// Right: Householder reflections of the whole design, a column of ones first, in one typed array behind a class.
class Design {
  readonly n: number;
  readonly p: number; // parameters, the bias is number 0
  private readonly a: Float64Array; // column by column, the target last
  private readonly unit: Float64Array;
  private readonly diagonal: Float64Array;

  constructor(X: number[][], y: number[]) {
    if (y.length !== X.length) throw new TypeError('X and y do not fit');
    if (X.length === 0) throw new RangeError('X has no rows');
    const d = X[0].length;
    if (X.some(row => row.length !== d)) throw new TypeError('the rows of X do not fit each other');
    this.n = X.length;
    this.p = d + 1;
    if (this.n < this.p) throw new RangeError('fewer rows than parameters');
    this.a = new Float64Array(this.n * (this.p + 1));
    this.unit = new Float64Array(this.p).fill(1);
    this.diagonal = new Float64Array(this.p);
    this.fillColumns(X, y);
    this.reflect();
  }

  private fillColumns(X: number[][], y: number[]): void {
    for (let j = 1; j < this.p; j += 1) {
      let most = 0;
      for (let i = 0; i < this.n; i += 1) most = Math.max(most, Math.abs(X[i][j - 1]));
      if (most === 0) throw new RangeError(`feature ${j - 1} is constantly 0`);
      this.unit[j] = most;
    }
    for (let i = 0; i < this.n; i += 1) {
      this.a[i] = 1;
      for (let j = 1; j < this.p; j += 1) this.a[j * this.n + i] = X[i][j - 1] / this.unit[j];
      this.a[this.p * this.n + i] = y[i];
    }
  }

  private sumOfSquares(column: number, from: number): number {
    let sum = 0;
    for (let at = column * this.n + from; at < (column + 1) * this.n; at += 1)
      sum += this.a[at] ** 2;
    return sum;
  }

  private reflect(): void {
    const { a, n, p } = this;
    const original = Array.from({ length: p }, (_, j) => this.sumOfSquares(j, 0));
    for (let j = 0; j < p; j += 1) {
      const left = this.sumOfSquares(j, j);
      if (left <= 1e-12 * original[j]) throw new RangeError('a feature follows from the others');
      const head = a[j * n + j];
      const alpha = head > 0 ? -Math.sqrt(left) : Math.sqrt(left);
      this.diagonal[j] = alpha;
      a[j * n + j] = head - alpha; // the column now holds the reflection's direction
      const half = left - alpha * head; // half its squared length
      for (let k = j + 1; k <= p; k += 1) {
        let dot = 0;
        for (let i = j; i < n; i += 1) dot += a[j * n + i] * a[k * n + i];
        const factor = dot / half;
        for (let i = j; i < n; i += 1) a[k * n + i] -= factor * a[j * n + i];
      }
    }
  }

  /** row i, column j of the triangle */
  private r(i: number, j: number): number {
    return i === j ? this.diagonal[i] : this.a[j * this.n + i];
  }

  /** the bias, then the weights */
  parameters(): number[] {
    const b: number[] = new Array(this.p).fill(0);
    for (let i = this.p - 1; i >= 0; i -= 1) {
      let rest = this.a[this.p * this.n + i];
      for (let j = i + 1; j < this.p; j += 1) rest -= this.r(i, j) * b[j];
      b[i] = rest / this.diagonal[i];
    }
    return b.map((v, j) => v / this.unit[j]);
  }

  /** the diagonal of the inverse of AᵀA, A being the design with its ones: 1 / n + … for the bias, (C⁻¹)ⱼⱼ for a weight */
  inverseDiagonal(): number[] {
    const squares: number[] = new Array(this.p).fill(0);
    for (let c = 0; c < this.p; c += 1) {
      // column c of the inverse triangle
      const column: number[] = new Array(c + 1).fill(0);
      column[c] = 1 / this.diagonal[c];
      for (let i = c - 1; i >= 0; i -= 1) {
        let sum = 0;
        for (let j = i + 1; j <= c; j += 1) sum += this.r(i, j) * column[j];
        column[i] = -sum / this.diagonal[i];
      }
      column.forEach((v, i) => {
        squares[i] += v * v;
      });
    }
    return squares.map((v, j) => v / this.unit[j] / this.unit[j]);
  }
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const [bias, ...weights] = new Design(X, y).parameters();
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const result: number[] = [];
  for (const row of X) {
    if (row.length !== weights.length)
      throw new TypeError(`${row.length} features, ${weights.length} weights`);
    result.push(row.reduce((sum, v, j) => sum + v * weights[j], 0) + bias);
  }
  return result;
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  const n = y.length;
  if (predictions.length !== n) throw new TypeError('y and predictions do not fit');
  if (n === 0) throw new RangeError('no examples');
  let total = 0;
  for (const target of y) total += target / n;
  let squared = 0;
  let absolute = 0;
  let spread = 0;
  let varied = false;
  for (let i = 0; i < n; i += 1) {
    const error = predictions[i] - y[i];
    squared += error ** 2;
    absolute += Math.abs(error);
    spread += (y[i] - total) ** 2;
    varied = varied || y[i] !== y[0];
  }
  const exact = y.every((target, i) => target === predictions[i]);
  const r2 = varied ? 1 - squared / spread : exact ? 1 : 0;
  return { mse: squared / n, rmse: Math.sqrt(squared / n), mae: absolute / n, r2 };
}

export function summary(
  X: number[][],
  y: number[],
): {
  weights: number[];
  bias: number;
  residuals: number[];
  variance: number;
  standardErrors: { weights: number[]; bias: number };
  tValues: { weights: number[]; bias: number };
  r2: number;
  adjustedR2: number;
} {
  const design = new Design(X, y);
  const freedom = design.n - design.p;
  if (freedom < 1) throw new RangeError('as many parameters as rows');
  const [bias, ...weights] = design.parameters();
  const predictions = predict(X, weights, bias);
  const residuals = predictions.map((value, i) => y[i] - value);
  let variance = 0;
  for (const r of residuals) variance += (r * r) / freedom;
  const [seBias, ...seWeights] = design
    .inverseDiagonal()
    .map(v => Math.sqrt(variance) * Math.sqrt(v));
  const { r2 } = metrics(y, predictions);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: seWeights, bias: seBias },
    tValues: { weights: weights.map((w, j) => w / seWeights[j]), bias: bias / seBias },
    r2,
    adjustedR2: r2 - ((1 - r2) * (design.p - 1)) / freedom,
  };
}
