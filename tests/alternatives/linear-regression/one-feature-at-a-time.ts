// Frisch, Waugh and Lovell: what a column keeps after all others are taken out gives its weight and its error.
type Column = number[];

const dot = (u: Column, v: Column) => {
  let s = 0;
  for (let i = 0; i < u.length; i++) s += u[i] * v[i];
  return s;
};
const without = (v: Column, u: Column) => {
  const share = dot(u, v) / dot(u, u);
  return v.map((x, i) => x - share * u[i]);
};

/** Takes the columns out of v by Gram–Schmidt; each is cleared twice for the sake of its last digits. */
function rest(v: Column, others: Column[]): Column {
  const axes: Column[] = [];
  const clear = (column: Column) => {
    const once = axes.reduce(without, column);
    return axes.reduce(without, once);
  };
  for (const other of others) {
    const axis = clear(other);
    if (dot(axis, axis) <= 1e-12 * dot(other, other)) throw new RangeError('dependent features');
    axes.push(axis);
  }
  return clear(v);
}

function columns(X: number[][], y: number[]): Column[] {
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  if (y.length !== n) throw new TypeError('as many targets as rows are needed');
  const d = X[0].length;
  X.forEach(row => {
    if (row.length !== d) throw new TypeError('ragged');
  });
  return [X.map(() => 1), ...X[0].map((_, j) => X.map(row => row[j]))];
}

/** What is left of each column beside all the others. */
function leftovers(A: Column[]): Column[] {
  return A.map((column, j) => {
    const left = rest(column, A.toSpliced(j, 1));
    if (dot(left, left) <= 1e-12 * dot(column, column)) throw new RangeError('dependent features');
    return left;
  });
}

function solve(X: number[][], y: number[]) {
  const left = leftovers(columns(X, y));
  const [bias, ...weights] = left.map(column => dot(column, y) / dot(column, column));
  const [reach, ...reaches] = left.map(column => 1 / dot(column, column));
  return { weights, bias, reach, reaches };
}

export function fit(X: number[][], y: number[]) {
  const { weights, bias } = solve(X, y);
  return { weights, bias };
}

export function predict(X: number[][], weights: number[], bias: number) {
  const out: number[] = [];
  for (const row of X) {
    if (row.length !== weights.length) throw new TypeError('predict');
    out.push(dot(row, weights) + bias);
  }
  return out;
}

export function metrics(y: number[], predictions: number[]) {
  const n = y.length;
  if (!n) throw new RangeError('metrics of nothing');
  if (n !== predictions.length) throw new TypeError('metrics');
  const e = y.map((t, i) => t - predictions[i]);
  const level = dot(y, new Array<number>(n).fill(1 / n));
  const away = y.map(t => t - level);
  const out = { mse: dot(e, e) / n, rmse: 0, mae: 0, r2: 0 };
  out.rmse = Math.sqrt(out.mse);
  for (const x of e) out.mae += Math.abs(x) / n;
  if (new Set(y).size > 1) out.r2 = 1 - dot(e, e) / dot(away, away);
  else if (out.mse === 0) out.r2 = 1;
  return out;
}

export function summary(X: number[][], y: number[]) {
  const { weights, bias, reach, reaches } = solve(X, y);
  const freedom = X.length - weights.length - 1;
  if (freedom <= 0) throw new RangeError('no rows to spare');
  const fitted = predict(X, weights, bias);
  const residuals = fitted.map((p, i) => y[i] - p);
  const variance = dot(residuals, residuals) / freedom;
  const standardErrors = {
    weights: reaches.map(r => Math.sqrt(variance * r)),
    bias: Math.sqrt(variance * reach),
  };
  const tValues = {
    weights: weights.map((w, j) => w / standardErrors.weights[j]),
    bias: bias / standardErrors.bias,
  };
  const { r2 } = metrics(y, fitted);
  const adjustedR2 = r2 - ((1 - r2) * weights.length) / freedom;
  return { weights, bias, residuals, variance, standardErrors, tValues, r2, adjustedR2 };
}
