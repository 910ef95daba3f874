// Centred features, modified Gram–Schmidt, every operation in single precision.
const f = Math.fround;
type Vec = Float32Array;

function add(v: ArrayLike<number>): number {
  let s = f(0);
  for (let i = 0; i < v.length; i++) s = f(s + f(v[i]));
  return s;
}
function dot(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let s = f(0);
  for (let i = 0; i < u.length; i++) s = f(s + f(f(u[i]) * f(v[i])));
  return s;
}
function centred(v: ArrayLike<number>): { mean: number; rest: Vec } {
  const first = f(add(v) / v.length);
  const rest = Float32Array.from(v, x => x - first);
  // a second pass takes away what rounding left of the mean
  const second = f(add(rest) / v.length);
  return { mean: f(first + second), rest: rest.map(x => x - second) };
}

function factor(X: number[][], y: number[]) {
  const n = X.length;
  if (n === 0) throw new RangeError('empty');
  if (y.length !== n || X.some(row => row.length !== X[0].length)) throw new TypeError('shape');
  const d = X[0].length;
  const raw = X[0].map((_, j) => Float32Array.from(X, row => row[j]));
  const parts = raw.map(centred);
  const Q = parts.map(part => part.rest);
  const R = Q.map(() => new Float32Array(d));
  for (let j = 0; j < d; j++) {
    const size = dot(Q[j], Q[j]);
    if (!(size > 1e-11 * dot(raw[j], raw[j]))) throw new RangeError('constant');
    for (let k = 0; k < j; k++) {
      R[k][j] = dot(Q[k], Q[j]);
      Q[j] = Q[j].map((x, i) => x - R[k][j] * Q[k][i]);
    }
    const left = dot(Q[j], Q[j]);
    if (!(left > 1e-9 * size)) throw new RangeError('dependent');
    R[j][j] = f(Math.sqrt(left));
    Q[j] = Q[j].map(x => x / R[j][j]);
  }
  if (n <= d) throw new RangeError('few rows');
  const back = (right: Vec): Vec => {
    const x = new Float32Array(d);
    for (let j = d - 1; j >= 0; j--) {
      let s = right[j];
      for (let k = j + 1; k < d; k++) s = f(s - f(R[j][k] * x[k]));
      x[j] = s / R[j][j];
    }
    return x;
  };
  const target = centred(y);
  const weights = back(Float32Array.from(Q, q => dot(q, target.rest)));
  const means = parts.map(part => part.mean);
  const bias = f(target.mean - dot(weights, means));
  return { n, d, parts, target, means, weights, bias, back };
}

export function fit(X: number[][], y: number[]) {
  const { weights, bias } = factor(X, y);
  return { weights: Array.from(weights), bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.some(row => row.length !== weights.length)) throw new TypeError('shape');
  return X.map(row => f(dot(row, weights) + f(bias)));
}

export function metrics(y: number[], predictions: number[]) {
  if (y.length === 0) throw new RangeError('empty');
  if (y.length !== predictions.length) throw new TypeError('shape');
  const e = Float32Array.from(y, (t, i) => f(t) - f(predictions[i]));
  const rss = dot(e, e);
  const away = centred(y).rest;
  const tss = dot(away, away);
  const mse = f(rss / y.length);
  return {
    mse,
    rmse: f(Math.sqrt(mse)),
    mae: f(add(e.map(Math.abs)) / y.length),
    r2: tss === 0 ? Number(rss === 0) : f(1 - f(rss / tss)),
  };
}

export function summary(X: number[][], y: number[]) {
  const { n, d, parts, target, means, weights, bias, back } = factor(X, y);
  if (n === d + 1) throw new RangeError('few rows');
  const residuals = Array.from(
    target.rest,
    (t, i) =>
    f(t - dot(weights, parts.map(part => part.rest[i]))), // biome-ignore format: one line
  );
  const rss = dot(residuals, residuals);
  const variance = f(rss / (n - d - 1));
  const columns = means.map((_, k) => back(new Float32Array(d).fill(1, k, k + 1)));
  const rows = means.map((_, j) => Float32Array.from(columns, column => column[j]));
  const sigma = f(Math.sqrt(variance));
  const errors = rows.map(row => f(sigma * f(Math.sqrt(dot(row, row)))));
  const lever = columns.map(column => dot(column, means));
  const biasError = f(sigma * f(Math.sqrt(f(1 / n + dot(lever, lever)))));
  const r2 = f(1 - f(rss / dot(target.rest, target.rest)));
  return {
    weights: Array.from(weights),
    bias,
    residuals,
    variance,
    standardErrors: { weights: errors, bias: biasError },
    tValues: { weights: errors.map((se, j) => f(weights[j] / se)), bias: f(bias / biasError) },
    r2,
    adjustedR2: f(1 - f(f(f(1 - r2) * (n - 1)) / (n - d - 1))),
  };
}
