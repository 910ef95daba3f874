// Wrong: drops features that depend on others, with a weight of 0, instead of refusing to fit.
type Column = { values: number[]; index: number };

const inner = (a: number[], b: number[]): number => {
  let s = 0;
  for (let i = 0; i < a.length; i += 1) s += a[i] * b[i];
  return s;
};
const centred = (a: number[]): number[] => {
  const m = a.reduce((s, v) => s + v, 0) / a.length;
  return a.map(v => v - m);
};

function analyse(X: number[][], y: number[]) {
  if (X.length !== y.length) throw new TypeError('y');
  if (X.length === 0) throw new RangeError('no rows');
  const d = X[0].length;
  if (X.some(row => row.length !== d)) throw new TypeError('rows');

  const kept: Column[] = [];
  const q: number[][] = [];
  for (let index = 0; index < d; index += 1) {
    const raw = X.map(row => row[index]);
    let rest = centred(raw);
    for (const e of [...q, ...q]) {
      const part = inner(e, rest);
      rest = rest.map((v, i) => v - part * e[i]);
    }
    const left = inner(rest, rest);
    if (left <= 1e-12 * inner(raw, raw)) continue;
    q.push(rest.map(v => v / Math.sqrt(left)));
    kept.push({ values: centred(raw), index });
  }
  // back substitution in the orthonormal basis
  const target = centred(y);
  const m = kept.length;
  const R = q.map(e => kept.map(column => inner(e, column.values)));
  const solve = (v: number[]) => {
    const w = [...v];
    for (let i = m - 1; i >= 0; i -= 1) {
      for (let k = i + 1; k < m; k += 1) w[i] -= R[i][k] * w[k];
      w[i] /= R[i][i];
    }
    return w;
  };
  const w = solve(q.map(e => inner(e, target)));
  const weights: number[] = new Array(d).fill(0);
  kept.forEach(({ index }, k) => (weights[index] = w[k]));
  const means = X[0].map((_, j) => X.reduce((s, row) => s + row[j], 0) / X.length);
  const bias = y.reduce((s, v) => s + v, 0) / y.length - inner(weights, means);
  const inv = kept.map((_, c) => solve(kept.map((__, k) => (k === c ? 1 : 0))));
  return { weights, bias, means, kept, inv };
}

export function fit(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { weights, bias } = analyse(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  for (const row of X) if (row.length !== weights.length) throw new TypeError('widths');
  return X.map(row => inner(row, weights) + bias);
}

export function metrics(
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } {
  if (y.length !== predictions.length) throw new TypeError('number of predictions');
  if (y.length === 0) throw new RangeError('nothing to measure');
  const e = y.map((v, i) => v - predictions[i]);
  const mse = inner(e, e) / e.length;
  const allEqual = Math.max(...y) === Math.min(...y);
  const around = centred(y);
  const r2 = allEqual ? (mse === 0 ? 1 : 0) : 1 - inner(e, e) / inner(around, around);
  return { mse, rmse: Math.sqrt(mse), mae: e.reduce((s, v) => s + Math.abs(v), 0) / e.length, r2 };
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
  const { weights, bias, means, kept, inv } = analyse(X, y);
  const n = X.length;
  const free = n - weights.length - 1;
  if (free < 1) throw new RangeError('too few rows');
  const p = predict(X, weights, bias);
  const residuals = y.map((v, i) => v - p[i]);
  const variance = inner(residuals, residuals) / free;
  const seWeights: number[] = weights.map(() => 0);
  kept.forEach(({ index }, k) => {
    seWeights[index] = Math.sqrt(variance * inv.reduce((s, column) => s + column[k] ** 2, 0));
  });
  const projected = inv.map(column => column.reduce((s, v, k) => s + v * means[kept[k].index], 0));
  const seBias = Math.sqrt(variance * (1 / n + inner(projected, projected)));
  const { r2 } = metrics(y, p);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: seWeights, bias: seBias },
    tValues: { weights: weights.map((w, j) => w / seWeights[j]), bias: bias / seBias },
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / free,
  };
}
