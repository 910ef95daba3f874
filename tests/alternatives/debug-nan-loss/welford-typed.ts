/** Means and spreads in one pass by Welford's recurrence; everything in Float64Arrays. */
export function binaryLabels(y: ArrayLike<number>): Float64Array {
  let zeros = 0;
  let minuses = 0;
  const out = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) {
    switch (y[i]) {
      case 1:
        out[i] = 1;
        break;
      case 0:
        zeros++;
        break;
      case -1:
        minuses++;
        break;
      default:
        throw new RangeError(`label ${y[i]} at ${i}`);
    }
  }
  if (zeros && minuses) throw new RangeError('two codings at once');
  return out;
}

export function standardise(X: number[][]) {
  const n = X.length;
  if (!n) throw new RangeError('standardise needs a row');
  const d = X[0].length;
  const means = new Float64Array(d);
  const squares = new Float64Array(d);
  const low = new Float64Array(d).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(d).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < n; i++) {
    const row = X[i];
    if (row.length !== d) throw new TypeError(`row ${i}: ${row.length} features, not ${d}`);
    for (let j = 0; j < d; j++) {
      const delta = row[j] - means[j];
      means[j] += delta / (i + 1);
      squares[j] += delta * (row[j] - means[j]);
      if (row[j] < low[j]) low[j] = row[j];
      if (row[j] > high[j]) high[j] = row[j];
    }
  }
  const deviations = squares.map((s, j) => (low[j] === high[j] ? 1 : Math.sqrt(s / n)));
  const Z: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const z = new Float64Array(d);
    for (let j = 0; j < d; j++) z[j] = (X[i][j] - means[j]) / deviations[j];
    Z.push(z);
  }
  return { Z, means, deviations };
}

export function logLoss(logits: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = logits.length;
  if (y.length !== n) throw new TypeError('logits and labels differ in length');
  let total = 0;
  for (let i = 0; i < n; i++) {
    const z = logits[i];
    total += z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    if (y[i] === 1) total -= z;
  }
  return total / n;
}

export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  const { Z, means, deviations } = standardise(X);
  const t = binaryLabels(y);
  const n = Z.length;
  const d = means.length;
  if (t.length !== n) throw new TypeError('one label per row');
  const v = new Float64Array(d);
  const slope = new Float64Array(d);
  const z = new Float64Array(n);
  let c = 0;
  const losses = new Float64Array(steps + 1);
  for (let step = 0; ; step++) {
    for (let i = 0; i < n; i++) {
      z[i] = c;
      for (let j = 0; j < d; j++) z[i] += v[j] * Z[i][j];
    }
    losses[step] = logLoss(z, t);
    if (step === steps) break;
    slope.fill(0);
    let tilt = 0;
    for (let i = 0; i < n; i++) {
      const error = 1 / (1 + Math.exp(-z[i])) - t[i];
      tilt += error;
      for (let j = 0; j < d; j++) slope[j] += error * Z[i][j];
    }
    for (let j = 0; j < d; j++) v[j] -= (learningRate / n) * slope[j];
    c -= (learningRate / n) * tilt;
  }
  for (let j = 0; j < d; j++) {
    v[j] /= deviations[j];
    c -= v[j] * means[j];
  }
  return { weights: v, bias: c, losses };
}
