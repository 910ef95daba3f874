// Wrong: mae is the median of the absolute errors, and 1e-8 is added to the diagonal "for stability".
class Regression {
  weights: number[] = [];
  bias = 0;
  readonly means: number[];
  readonly C: number[][];
  readonly L: number[][] = [];

  constructor(X: number[][], y: number[]) {
    const n = X.length;
    if (y.length !== n) throw new TypeError('targets');
    if (n === 0) throw new RangeError('no rows');
    const d = X[0].length;
    for (const row of X) if (row.length !== d) throw new TypeError('ragged');
    if (n <= d) throw new RangeError('rows');
    this.means = Array(d).fill(0);
    for (const row of X) row.forEach((v, j) => (this.means[j] += v / n));
    const yMean = y.reduce((s, v) => s + v / n, 0);
    const Z = X.map(row => row.map((v, j) => v - this.means[j]));
    this.C = this.means.map((_, j) =>
      this.means.map((__, k) => Z.reduce((s, z) => s + z[j] * z[k], 0)),
    );
    const raw = this.means.map((_, j) => X.reduce((s, row) => s + row[j] * row[j], 0));
    // Cholesky
    for (let i = 0; i < d; i++) {
      this.L.push(Array(d).fill(0));
      for (let j = 0; j <= i; j++) {
        let s = this.C[i][j];
        for (let k = 0; k < j; k++) s -= this.L[i][k] * this.L[j][k];
        if (i === j && !(s > 1e-12 * raw[i])) throw new RangeError('weights are not unique');
        if (i === j) s += 1e-8;
        this.L[i][j] = i === j ? Math.sqrt(s) : s / this.L[j][j];
      }
    }
    const c = this.means.map((_, j) => Z.reduce((s, z, i) => s + z[j] * (y[i] - yMean), 0));
    this.weights = this.solve(c);
    this.bias = this.weights.reduce((b, w, j) => b - w * this.means[j], yMean);
  }

  solve(v: number[]): number[] {
    const d = v.length;
    const u = [...v];
    for (let i = 0; i < d; i++) {
      for (let k = 0; k < i; k++) u[i] -= this.L[i][k] * u[k];
      u[i] /= this.L[i][i];
    }
    for (let i = d - 1; i >= 0; i--) {
      for (let k = i + 1; k < d; k++) u[i] -= this.L[k][i] * u[k];
      u[i] /= this.L[i][i];
    }
    return u;
  }
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = new Regression(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('weights');
    return bias + row.reduce((s, v, j) => s + v * weights[j], 0);
  });
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  const n = y.length;
  if (n !== predictions.length) throw new TypeError('predictions');
  if (n === 0) throw new RangeError('empty');
  const absolute = y.map((v, i) => Math.abs(v - predictions[i])).sort((a, b) => a - b);
  const sse = absolute.reduce((s, v) => s + v * v, 0);
  const mean = y.reduce((s, v) => s + v, 0) / n;
  const sst = y.reduce((s, v) => s + (v - mean) ** 2, 0);
  const constant = new Set(y).size === 1;
  const middle = n >> 1;
  return {
    mse: sse / n,
    rmse: Math.sqrt(sse / n),
    mae: n % 2 ? absolute[middle] : (absolute[middle - 1] + absolute[middle]) / 2,
    r2: constant ? Number(absolute[n - 1] === 0) : 1 - sse / sst,
  };
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
  const model = new Regression(X, y);
  const { weights, bias, means } = model;
  const free = X.length - weights.length - 1;
  if (free === 0) throw new RangeError('no rows to spare');
  const fitted = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - fitted[i]);
  const variance = residuals.reduce((s, v) => s + v * v, 0) / free;
  const seWeights = weights.map((_, j) =>
    Math.sqrt(variance * model.solve(weights.map((__, k) => (j === k ? 1 : 0)))[j]),
  );
  const seBias = Math.sqrt(
    variance * (1 / X.length + model.solve(means).reduce((s, v, j) => s + v * means[j], 0)),
  );
  const r2 = metrics(y, fitted).r2;
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: seWeights, bias: seBias },
    tValues: { weights: weights.map((w, j) => w / seWeights[j]), bias: bias / seBias },
    r2,
    adjustedR2: 1 - ((1 - r2) * (X.length - 1)) / free,
  };
}
