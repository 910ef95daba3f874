// Cramer's rule on the correlation matrix: determinants by expansion, fine for a handful of features.
function determinant(M: number[][]): number {
  if (M.length === 0) return 1;
  const [top, ...below] = M;
  return top.reduce((sum, value, j) => {
    const minor = below.map(row => row.filter((_, k) => k !== j));
    return sum + (j % 2 === 0 ? value : -value) * determinant(minor);
  }, 0);
}

interface Shape {
  n: number;
  d: number;
  centres: number[];
  deviations: number[];
  correlations: number[][];
  scores: number[][];
}

function describe(X: number[][], y: number[]): Shape {
  const n = X.length;
  if (n === 0) throw new RangeError('There are no rows.');
  if (y.length !== n) throw new TypeError('There are not as many targets as rows.');
  const d = X[0].length;
  if (X.some(row => row.length !== d)) throw new TypeError('The rows are not equally wide.');
  if (n < d + 1) throw new RangeError('There are too few rows.');
  const centres: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < d; j++) {
    let s = 0;
    let raw = 0;
    for (const row of X) s += row[j];
    let squares = 0;
    for (const row of X) {
      squares += (row[j] - s / n) ** 2;
      raw += row[j] ** 2;
    }
    if (squares <= 1e-12 * raw) throw new RangeError('A feature is constant.');
    centres.push(s / n);
    deviations.push(Math.sqrt(squares));
  }
  const scores = X.map(row => row.map((x, j) => (x - centres[j]) / deviations[j]));
  const correlations = centres.map((_, j) =>
    centres.map((_, k) => scores.reduce((s, row) => s + row[j] * row[k], 0)),
  );
  for (let j = 1; j <= d; j++) {
    const part = (m: number) => correlations.slice(0, m).map(row => row.slice(0, m));
    if (determinant(part(j)) <= 1e-11 * determinant(part(j - 1))) {
      throw new RangeError('The features depend on each other.');
    }
  }
  return { n, d, centres, deviations, correlations, scores };
}

function leastSquares(X: number[][], y: number[]): { weights: number[]; bias: number } {
  const { n, centres, deviations, correlations, scores } = describe(X, y);
  const level = y.reduce((s, t) => s + t, 0) / n;
  const pull = centres.map((_, j) => scores.reduce((s, row, i) => s + row[j] * (y[i] - level), 0));
  const whole = determinant(correlations);
  const weights = deviations.map((deviation, j) => {
    const replaced = correlations.map((row, i) => row.with(j, pull[i]));
    return determinant(replaced) / whole / deviation;
  });
  return { weights, bias: weights.reduce((b, w, j) => b - w * centres[j], level) };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const d = weights.length;
  if (X.filter(row => row.length === d).length !== X.length) throw new TypeError('Widths differ.');
  return X.map(row => row.map((x, j) => x * weights[j]).reduce((s, v) => s + v, 0) + bias);
}

export function metrics(y: number[], predictions: number[]) {
  if (y.length === 0) throw new RangeError('There is nothing to measure.');
  if (y.length !== predictions.length) throw new TypeError('The lengths differ.');
  const n = y.length;
  const level = y.reduce((s, t) => s + t / n, 0);
  const squares = y.reduce((s, t, i) => s + (t - predictions[i]) ** 2, 0);
  const mae = y.reduce((s, t, i) => s + Math.abs(t - predictions[i]), 0) / n;
  let r2: number;
  if (y.some(t => t !== y[0])) r2 = 1 - squares / y.reduce((s, t) => s + (t - level) ** 2, 0);
  else r2 = squares > 0 ? 0 : 1;
  return { mse: squares / n, rmse: Math.sqrt(squares / n), mae, r2 };
}

export function summary(X: number[][], y: number[]) {
  const { n, d, centres, deviations, correlations } = describe(X, y);
  if (n < d + 2) throw new RangeError('No row is to spare.');
  const { weights, bias } = leastSquares(X, y);
  const fitted = predict(X, weights, bias);
  const residuals = y.map((t, i) => t - fitted[i]);
  const variance = residuals.reduce((s, e) => s + e ** 2, 0) / (n - d - 1);
  const whole = determinant(correlations);
  const cofactor = (j: number, k: number) => {
    const minor = correlations.toSpliced(j, 1).map(row => row.toSpliced(k, 1));
    return ((j + k) % 2 === 0 ? 1 : -1) * determinant(minor);
  };
  const inverse = (j: number, k: number) => cofactor(j, k) / whole / deviations[j] / deviations[k];
  let reach = 1 / n;
  for (let j = 0; j < d; j++) {
    for (let k = 0; k < d; k++) reach += centres[j] * inverse(j, k) * centres[k];
  }
  const errors = weights.map((_, j) => Math.sqrt(variance * inverse(j, j)));
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: { weights: errors, bias: Math.sqrt(variance * reach) },
    tValues: { weights: weights.map((w, j) => w / errors[j]), bias: bias / Math.sqrt(variance * reach) }, // biome-ignore format: one line
    r2,
    adjustedR2: 1 - (1 - r2) * ((n - 1) / (n - d - 1)),
  };
}

export { leastSquares as fit };
