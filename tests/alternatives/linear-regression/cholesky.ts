// C = L Lᵀ on centred features; the inverse of L gives the standard errors.
const total = (v: readonly number[]) => v.reduce((s, x) => s + x, 0);
const average = (v: readonly number[]) => total(v) / v.length;
const inner = (u: readonly number[], v: readonly number[]) => total(u.map((x, i) => x * v[i]));

function need(ok: boolean, Kind: new (text: string) => Error, text: string): void {
  if (!ok) throw new Kind(text);
}

function prepare(X: number[][], y: number[]) {
  need(X.length > 0, RangeError, 'no data');
  need(X.length === y.length, TypeError, 'X and y');
  need(new Set(X.map(row => row.length)).size === 1, TypeError, 'widths');
  const columns = X[0].map((_, j) => X.map(row => row[j]));
  const means = columns.map(average);
  const Z = columns.map((column, j) => column.map(x => x - means[j]));
  const d = Z.length;
  need(X.length > d, RangeError, 'more parameters than rows');

  const L: number[][] = [];
  for (let j = 0; j < d; j++) {
    L.push(new Array<number>(d).fill(0));
    for (let k = 0; k <= j; k++) {
      const rest = inner(Z[j], Z[k]) - total(L[j].slice(0, k).map((x, m) => x * L[k][m]));
      if (k < j) {
        L[j][k] = rest / L[k][k];
        continue;
      }
      need(rest > 1e-12 * inner(columns[j], columns[j]), RangeError, 'dependent');
      L[j][j] = Math.sqrt(rest);
    }
  }
  /** Solves L u = v. */
  const forward = (v: number[]) => {
    const u: number[] = [];
    for (let j = 0; j < d; j++) u.push((v[j] - inner(u, L[j].slice(0, j))) / L[j][j]);
    return u;
  };
  /** Solves Lᵀ u = v. */
  const backward = (v: number[]) => {
    const u = [...v];
    for (let j = d - 1; j >= 0; j--) {
      for (let k = j + 1; k < d; k++) u[j] -= L[k][j] * u[k];
      u[j] /= L[j][j];
    }
    return u;
  };
  return { means, Z, d, forward, backward, level: average(y) };
}

function leastSquares(X: number[][], y: number[]) {
  const { means, Z, forward, backward, level } = prepare(X, y);
  const centred = y.map(t => t - level);
  const weights = backward(forward(Z.map(z => inner(z, centred))));
  return { weights, bias: level - inner(weights, means) };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  need(!X.some(row => row.length !== weights.length), TypeError, 'weights');
  return X.map(row => bias + inner(row, weights));
}

export function metrics(y: number[], predictions: number[]) {
  need(y.length === predictions.length, TypeError, 'lengths');
  need(y.length > 0, RangeError, 'empty');
  const gaps = y.map((t, i) => t - predictions[i]);
  const mse = average(gaps.map(e => e ** 2));
  const level = average(y);
  const variance = average(y.map(t => (t - level) ** 2));
  const perfect = gaps.every(e => e === 0);
  const flat = Math.min(...y) === Math.max(...y);
  return {
    mse,
    rmse: Math.sqrt(mse),
    mae: average(gaps.map(Math.abs)),
    r2: perfect ? 1 : flat ? 0 : 1 - mse / variance,
  };
}

export function summary(X: number[][], y: number[]) {
  const { means, d, forward } = prepare(X, y);
  const freedom = X.length - d - 1;
  need(freedom > 0, RangeError, 'no freedom');
  const { weights, bias } = leastSquares(X, y);
  const fitted = predict(X, weights, bias);
  const residuals = y.map((t, i) => t - fitted[i]);
  const variance = inner(residuals, residuals) / freedom;
  const unit = (j: number) => means.map((_, k) => (k === j ? 1 : 0));
  const length = (v: number[]) => inner(v, v);
  const standardErrors = {
    weights: means.map((_, j) => Math.sqrt(variance * length(forward(unit(j))))),
    bias: Math.sqrt(variance * (1 / X.length + length(forward(means)))),
  };
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors,
    tValues: {
      weights: weights.map((w, j) => w / standardErrors.weights[j]),
      bias: bias / standardErrors.bias,
    },
    r2,
    adjustedR2: 1 - ((1 - r2) / freedom) * (X.length - 1),
  };
}

export { leastSquares as fit };
