// Takes the bias off twice below the adjusted R².
class Qr {
  readonly Q: number[][] = [];
  readonly R: number[][] = [];
  constructor(columns: number[][]) {
    columns.forEach((column, j) => {
      let v = [...column];
      const before = v.reduce((s, x) => s + x * x, 0);
      this.R.push(new Array(columns.length).fill(0));
      for (let pass = 0; pass < 2; pass++) {
        this.Q.forEach((q, m) => {
          const c = q.reduce((s, x, i) => s + x * v[i], 0);
          this.R[m][j] += c;
          v = v.map((x, i) => x - c * q[i]);
        });
      }
      const left = v.reduce((s, x) => s + x * x, 0);
      if (!(left > 1e-12 * before)) throw new RangeError(`column ${j} is dependent`);
      this.R[j][j] = Math.sqrt(left);
      this.Q.push(v.map(x => x / this.R[j][j]));
    });
  }
  solve(z: number[]): number[] {
    const out: number[] = [];
    for (let i = this.R.length - 1; i >= 0; i--) {
      let s = z[i];
      for (let j = i + 1; j < this.R.length; j++) s -= this.R[i][j] * out[j];
      out[i] = s / this.R[i][i];
    }
    return out;
  }
}
function solveAll(X: number[][], y: number[]) {
  if (!X.length) throw new RangeError('at least one row');
  if (y.length !== X.length) throw new TypeError(`${y.length} targets, ${X.length} rows`);
  X.forEach(({ length }) => {
    if (length !== X[0].length) throw new TypeError('rows of several widths');
  });
  const qr = new Qr([X.map(() => 1), ...X[0].map((_, j) => X.map(row => row[j]))]);
  const [bias, ...weights] = qr.solve(qr.Q.map(q => q.reduce((s, x, i) => s + x * y[i], 0)));
  const inverse = qr.R.map((_, j) => qr.solve(qr.R.map((_, i) => Number(i === j))));
  const spread = qr.R.map((_, i) => inverse.reduce((s, column) => s + column[i] ** 2, 0));
  return { bias, weights, spread };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = solveAll(X, y);
  return { weights, bias };
}

export const predict = (X: number[][], weights: number[], bias: number): number[] => {
  if (X.some(row => row.length !== weights.length))
    throw new TypeError('one weight for each feature');
  const out: number[] = [];
  for (const row of X) {
    let value = bias;
    for (let j = 0; j < row.length; j++) value += weights[j] * row[j];
    out.push(value);
  }
  return out;
};

export function metrics(y: number[], predictions: number[]) {
  const n = y.length;
  if (n === 0) throw new RangeError('metrics: empty');
  if (n !== predictions.length) throw new TypeError('metrics: lengths');
  let ss = 0;
  let sa = 0;
  for (let i = 0; i < n; i++) {
    ss += (y[i] - predictions[i]) ** 2;
    sa += Math.abs(y[i] - predictions[i]);
  }
  const mean = y.reduce((s, v) => s + v, 0) / n;
  const tot = y.reduce((s, v) => s + (v - mean) ** 2, 0);
  const r2 = tot === 0 ? (ss === 0 ? 1 : 0) : 1 - ss / tot;
  return { mse: ss / n, rmse: Math.sqrt(ss / n), mae: sa / n, r2 };
}

export function summary(X: number[][], y: number[]) {
  const { bias, weights, spread } = solveAll(X, y);
  const n = X.length;
  const d = weights.length;
  if (n <= d + 1) throw new RangeError('summary: too few rows');
  const fitted = predict(X, weights, bias);
  const residuals = y.map((t, i) => t - fitted[i]);
  const rss = residuals.reduce((s, e) => s + e * e, 0);
  const variance = rss / (n - d - 1);
  const se = spread.map(v => Math.sqrt(variance * v));
  const r2 = metrics(y, fitted).r2;
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: se.slice(1), bias: se[0] },
    tValues: { weights: weights.map((w, j) => w / se[j + 1]), bias: bias / se[0] },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - d - 2),
  };
}
