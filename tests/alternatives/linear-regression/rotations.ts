// Rows arrive one by one and are rotated into a triangle (Givens); nothing else of the data is kept.
function triangle(X: number[][], y: number[]) {
  const n = X.length;
  if (n < 1) throw new RangeError('triangle: no rows');
  if (n !== y.length) throw new TypeError('triangle: targets');
  const k = X[0].length + 1;
  const R = Array.from({ length: k + 1 }, () => new Float64Array(k + 1));
  const sizes = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    if (X[i].length !== k - 1) throw new TypeError('triangle: row ' + i);
    const row = Float64Array.from([1, ...X[i], y[i]]);
    for (let c = 0; c < k; c++) sizes[c] += row[c] ** 2;
    for (let c = 0; c <= k; c++) {
      if (row[c] === 0) continue;
      const h = Math.hypot(R[c][c], row[c]);
      const cos = R[c][c] / h;
      const sin = row[c] / h;
      for (let j = c; j <= k; j++) {
        const upper = R[c][j];
        R[c][j] = cos * upper + sin * row[j];
        row[j] = cos * row[j] - sin * upper;
      }
    }
  }
  for (let c = 0; c < k; c++) {
    if (!(R[c][c] ** 2 > 1e-12 * sizes[c])) throw new RangeError('triangle: rank');
  }
  return { R, k, n };
}

/** R⁻¹, column by column. */
function inverse(R: Float64Array[], k: number): number[][] {
  const V = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let c = 0; c < k; c++) {
    for (let i = c; i >= 0; i--) {
      let s = i === c ? 1 : 0;
      for (let j = i + 1; j <= c; j++) s -= R[i][j] * V[j][c];
      V[i][c] = s / R[i][i];
    }
  }
  return V;
}

function solved(X: number[][], y: number[]) {
  const { R, k, n } = triangle(X, y);
  const V = inverse(R, k);
  const parameters = V.map(row => row.reduce((s, v, j) => s + v * R[j][k], 0));
  return { parameters, V, rss: R[k][k] ** 2, freedom: n - k };
}

export const fit = (X: number[][], y: number[]) => {
  const [bias, ...weights] = solved(X, y).parameters;
  return { bias, weights };
};

export const predict = (X: number[][], weights: number[], bias: number): number[] =>
  Array.from(X, row => {
    if (row.length !== weights.length) throw new TypeError('predict: a row does not fit');
    return weights.reduce((s, w, j) => s + w * row[j], 0) + bias;
  });

export const metrics = (y: number[], predictions: number[]) => {
  if (y.length !== predictions.length) throw new TypeError('metrics: not as many');
  // Welford for the targets
  let n = 0;
  let mean = 0;
  let spread = 0;
  let squares = 0;
  let absolutes = 0;
  for (const target of y) {
    const error = target - predictions[n];
    squares += error ** 2;
    absolutes += Math.abs(error);
    n += 1;
    const step = target - mean;
    mean += step / n;
    spread += step * (target - mean);
  }
  if (n === 0) throw new RangeError('metrics: no rows');
  const mse = squares / n;
  const r2 = spread === 0 ? +(squares === 0) : 1 - squares / spread;
  return { mse, rmse: Math.sqrt(mse), mae: absolutes / n, r2 };
};

export const summary = (X: number[][], y: number[]) => {
  const { parameters, V, rss, freedom } = solved(X, y);
  if (freedom === 0) throw new RangeError('summary: as many parameters as rows');
  const [bias, ...weights] = parameters;
  const sigma = Math.sqrt(rss / freedom);
  const [biasError, ...errors] = V.map(row => sigma * Math.hypot(...row));
  const predictions = predict(X, weights, bias);
  const { r2 } = metrics(y, predictions);
  return {
    weights,
    bias,
    residuals: y.map((target, i) => target - predictions[i]),
    variance: sigma ** 2,
    standardErrors: { weights: errors, bias: biasError },
    tValues: { weights: weights.map((w, j) => w / errors[j]), bias: bias / biasError },
    r2,
    adjustedR2: 1 - ((1 - r2) * (X.length - 1)) / freedom,
  };
};
