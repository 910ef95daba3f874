// A column of ones in front, Gaussian elimination with row exchanges, and one solve for each unit vector.
type Matrix = number[][];

function design(X: Matrix, y?: number[]): Matrix {
  if (X.length === 0) throw new RangeError('design: empty');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('design: ragged');
  if (y !== undefined && y.length !== X.length) throw new TypeError('design: targets');
  return X.map(row => [1, ...row]);
}

function gram(A: Matrix): Matrix {
  const k = A[0].length;
  const G: Matrix = [];
  for (let p = 0; p < k; p++) {
    G.push([]);
    for (let q = 0; q < k; q++) {
      let s = 0;
      for (const row of A) s += row[p] * row[q];
      G[p].push(s);
    }
  }
  return G;
}

function solve(G: Matrix, right: number[]): number[] {
  // scaled to a unit diagonal first, so that pivots are shares
  const unit = G.map((row, i) => Math.sqrt(row[i]));
  if (unit.includes(0)) throw new RangeError('solve: a feature of zeros');
  const M = G.map((row, i) => [...row.map((v, j) => v / unit[i] / unit[j]), right[i] / unit[i]]);
  const k = M.length;
  for (let c = 0; c < k; c++) {
    let best = c;
    for (let r = c + 1; r < k; r++) if (Math.abs(M[r][c]) > Math.abs(M[best][c])) best = r;
    if (Math.abs(M[best][c]) < 1e-11) throw new RangeError('solve: singular');
    [M[c], M[best]] = [M[best], M[c]];
    for (let r = c + 1; r < k; r++) {
      const f = M[r][c] / M[c][c];
      for (let j = c; j <= k; j++) M[r][j] -= f * M[c][j];
    }
  }
  const x = new Array<number>(k).fill(0);
  for (let r = k - 1; r >= 0; r--) {
    let s = M[r][k];
    for (let j = r + 1; j < k; j++) s -= M[r][j] * x[j];
    x[r] = s / M[r][r];
  }
  return x.map((v, i) => v / unit[i]);
}

function leastSquares(X: number[][], y: number[]) {
  const A = design(X, y);
  if (A.length < A[0].length) throw new RangeError('fit: too few rows');
  const [bias, ...weights] = solve(
    gram(A),
    A[0].map((_, j) => A.reduce((s, row, i) => s + row[j] * y[i], 0)),
  );
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('predict: widths');
    let s = bias;
    row.forEach((x, j) => {
      s += x * weights[j];
    });
    return s;
  });
}

export function metrics(y: number[], predictions: number[]) {
  const n = y.length;
  if (n === 0) throw new RangeError('metrics: nothing');
  if (n !== predictions.length) throw new TypeError('metrics: lengths');
  let rss = 0;
  let abs = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const e = predictions[i] - y[i];
    rss += e * e;
    abs += Math.abs(e);
    sum += y[i];
  }
  let tss = 0;
  for (const v of y) tss += (v - sum / n) ** 2;
  const r2 = tss === 0 ? (rss === 0 ? 1 : 0) : 1 - rss / tss;
  return { mse: rss / n, rmse: Math.sqrt(rss / n), mae: abs / n, r2 };
}

export function summary(X: number[][], y: number[]) {
  const A = design(X, y);
  const [n, k] = [A.length, A[0].length];
  if (n <= k) throw new RangeError('summary: no degrees of freedom');
  const { weights, bias } = leastSquares(X, y);
  const fitted = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - fitted[i]);
  const variance = residuals.reduce((s, e) => s + e * e, 0) / (n - k);
  const G = gram(A);
  const se = G.map((_, j) => Math.sqrt(variance * solve(G, G.map((_, i) => (i === j ? 1 : 0)))[j])); // biome-ignore format: one line
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: se.slice(1), bias: se[0] },
    tValues: { weights: weights.map((w, j) => w / se[j + 1]), bias: bias / se[0] },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - k),
  };
}

export { leastSquares as fit };
