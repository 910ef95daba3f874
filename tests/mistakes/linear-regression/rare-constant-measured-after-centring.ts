// Wrong: compares what is left with the sum of squares after centring, so a constant such as 0.1, whose mean is rounded, passes as a feature.
interface System {
  inv: number[][];
  xm: number[];
  ym: number;
  c: number[];
  n: number;
}

function system(X: number[][], y: number[]): System {
  const n = X.length;
  if (n !== y.length) throw new TypeError('y');
  if (n === 0) throw new RangeError('X is empty');
  const d = X[0].length;
  if (!X.every(({ length }) => length === d)) throw new TypeError('X is ragged');
  if (n < d + 1) throw new RangeError('underdetermined');

  const xm: number[] = [];
  for (let j = 0; j < d; j++) {
    let s = 0;
    for (let i = 0; i < n; i++) s += X[i][j];
    xm.push(s / n);
  }
  let ym = 0;
  for (const v of y) ym += v;
  ym /= n;

  const A: number[][] = [];
  const c: number[] = [];
  for (let j = 0; j < d; j++) {
    A.push(new Array(2 * d).fill(0));
    A[j][d + j] = 1;
    let s = 0;
    for (let i = 0; i < n; i++) {
      const z = X[i][j] - xm[j];
      s += z * (y[i] - ym);
      for (let k = 0; k < d; k++) A[j][k] += z * (X[i][k] - xm[k]);
    }
    c.push(s);
  }
  const atFirst = A.map((row, j) => row[j]);
  for (let p = 0; p < d; p++) {
    const pivot = A[p][p];
    if (pivot <= atFirst[p] * 1e-12) throw new RangeError(`feature ${p}`);
    for (let k = 0; k < 2 * d; k++) A[p][k] /= pivot;
    for (let r = 0; r < d; r++) {
      if (r === p) continue;
      const f = A[r][p];
      for (let k = 0; k < 2 * d; k++) A[r][k] -= f * A[p][k];
    }
  }
  return { inv: A.map(row => row.slice(d)), xm, ym, c, n };
}

function parameters({ inv, xm, ym, c }: System) {
  const weights = inv.map(row => {
    let w = 0;
    for (let k = 0; k < c.length; k++) w += row[k] * c[k];
    return w;
  });
  let bias = ym;
  for (let j = 0; j < xm.length; j++) bias -= weights[j] * xm[j];
  return { weights, bias };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  return parameters(system(X, y));
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const out: number[] = [];
  for (const row of X) {
    if (row.length !== weights.length) throw new TypeError('weights');
    let s = bias;
    for (let j = 0; j < row.length; j++) s += weights[j] * row[j];
    out.push(s);
  }
  return out;
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (predictions.length !== y.length) throw new TypeError('predictions');
  if (y.length === 0) throw new RangeError('y is empty');
  let sse = 0;
  let sae = 0;
  let s = 0;
  let equal = true;
  y.forEach((v, i) => {
    sse += (v - predictions[i]) ** 2;
    sae += Math.abs(v - predictions[i]);
    s += v;
    if (v !== y[0]) equal = false;
  });
  const mean = s / y.length;
  const sst = y.reduce((t, v) => t + (v - mean) * (v - mean), 0);
  const mse = sse / y.length;
  return { mse, rmse: mse ** 0.5, mae: sae / y.length, r2: equal ? +(sae === 0) : 1 - sse / sst };
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
  const s = system(X, y);
  const { weights, bias } = parameters(s);
  const df = s.n - weights.length - 1;
  if (df === 0) throw new RangeError('no degrees of freedom');
  const fitted = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - fitted[i]);
  const variance = residuals.reduce((t, r) => t + r * r, 0) / df;
  let q = 1 / s.n;
  for (let j = 0; j < weights.length; j++)
    for (let k = 0; k < weights.length; k++) q += s.xm[j] * s.inv[j][k] * s.xm[k];
  const se = {
    weights: s.inv.map((row, j) => Math.sqrt(variance * row[j])),
    bias: Math.sqrt(variance * q),
  };
  const r2 = metrics(y, fitted).r2;
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: se,
    tValues: { weights: weights.map((w, j) => w / se.weights[j]), bias: bias / se.bias },
    r2,
    adjustedR2: 1 - (1 - r2) * ((s.n - 1) / df),
  };
}
