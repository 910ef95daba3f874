// QR by Householder reflections of [1 X y]; the triangle holds everything, the residuals included.
class Triangle {
  /** Upper triangle of [1 X y], reflected. */
  readonly R: Float64Array[];
  readonly n: number;
  readonly k: number;

  constructor(X: number[][], y: number[]) {
    this.n = X.length;
    if (this.n === 0) throw new RangeError('no rows');
    if (y.length !== this.n) throw new TypeError('rows and targets differ in number');
    this.k = X[0].length + 1;
    if (X.some(row => row.length + 1 !== this.k)) throw new TypeError('rows differ in width');
    if (this.n < this.k) throw new RangeError('fewer rows than parameters');
    this.R = X.map((row, i) => Float64Array.of(1, ...row, y[i]));
    for (let c = 0; c < this.k; c++) this.reflect(c);
  }

  private reflect(c: number): void {
    let whole = 0;
    let below = 0;
    for (let i = 0; i < this.n; i++) {
      whole += this.R[i][c] ** 2;
      if (i >= c) below += this.R[i][c] ** 2;
    }
    if (!(below > 1e-12 * whole)) throw new RangeError(`column ${c} depends on those before`);
    const length = Math.sqrt(below);
    const v = new Float64Array(this.n);
    for (let i = c; i < this.n; i++) v[i] = this.R[i][c];
    v[c] += v[c] < 0 ? -length : length;
    const vv = v.reduce((s, x) => s + x * x, 0);
    for (let j = c; j <= this.k; j++) {
      let s = 0;
      for (let i = c; i < this.n; i++) s += v[i] * this.R[i][j];
      for (let i = c; i < this.n; i++) this.R[i][j] -= (2 * s * v[i]) / vv;
    }
  }

  /** Solves R x = right from below. */
  back(right: (i: number) => number): number[] {
    const x = new Array<number>(this.k).fill(0);
    for (let i = this.k - 1; i >= 0; i--) {
      let s = right(i);
      for (let j = i + 1; j < this.k; j++) s -= this.R[i][j] * x[j];
      x[i] = s / this.R[i][i];
    }
    return x;
  }

  get parameters(): number[] {
    return this.back(i => this.R[i][this.k]);
  }

  get rss(): number {
    let s = 0;
    for (let i = this.k; i < this.n; i++) s += this.R[i][this.k] ** 2;
    return s;
  }

  /** Diagonal of (RᵀR)⁻¹: the squared lengths of the rows of R⁻¹. */
  get leverages(): number[] {
    const columns = Array.from({ length: this.k }, (_, c) => this.back(i => (i === c ? 1 : 0)));
    return columns[0].map((_, i) => columns.reduce((s, column) => s + column[i] ** 2, 0));
  }
}

const split = ([bias, ...weights]: number[]) => ({ weights, bias });

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  return split(new Triangle(X, y).parameters);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (!X.every(row => row.length === weights.length)) throw new TypeError('weights do not fit');
  return X.map(row => row.reduce((s, x, j) => s + x * weights[j], bias));
}

export function metrics(y: number[], predictions: number[]) {
  if (y.length !== predictions.length) throw new TypeError('targets and predictions');
  if (y.length === 0) throw new RangeError('nothing to measure');
  const mean = (f: (i: number) => number) => y.reduce((s, _, i) => s + f(i), 0) / y.length;
  const mse = mean(i => (y[i] - predictions[i]) ** 2);
  const centre = mean(i => y[i]);
  const spread = mean(i => (y[i] - centre) ** 2);
  return {
    mse,
    rmse: mse ** 0.5,
    mae: mean(i => Math.abs(y[i] - predictions[i])),
    r2: spread > 0 ? (spread - mse) / spread : mse === 0 ? 1 : 0,
  };
}

export function summary(X: number[][], y: number[]) {
  const T = new Triangle(X, y);
  const freedom = T.n - T.k;
  if (freedom === 0) throw new RangeError('no freedom left');
  const parameters = T.parameters;
  const variance = T.rss / freedom;
  const errors = T.leverages.map(l => Math.sqrt(variance * l));
  const { weights, bias } = split(parameters);
  const fitted = predict(X, weights, bias);
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals: y.map((target, i) => target - fitted[i]),
    variance,
    standardErrors: split(errors),
    tValues: split(parameters.map((p, i) => p / errors[i])),
    r2,
    adjustedR2: (r2 * (T.n - 1) - (T.k - 1)) / freedom,
  };
}
