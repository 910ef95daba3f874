/** Bias and weights in one vector θ = (bias, weights…), rows with a leading one, margins s·z with s = ±1. */
type Row = Float64Array;

const logistic = (z: number) => (z > 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z)));

function augmented(X: number[][], d: number): Row[] {
  return X.map(row => {
    if (row.length !== d) throw new TypeError(`expected ${d} features, got ${row.length}`);
    return Float64Array.of(1, ...row);
  });
}

function signs(y: number[], n: number): Float64Array {
  if (n === 0) throw new RangeError('X has no rows');
  if (y.length !== n) throw new TypeError('X and y differ in length');
  return Float64Array.from(y, label => {
    if (label === 1) return 1;
    if (label === 0) return -1;
    throw new RangeError(`label ${label}`);
  });
}

const dot = (a: Row, b: Row) => a.reduce((sum, v, k) => sum + v * b[k], 0);
const logAddExp = (a: number, b: number) => {
  const top = Math.max(a, b);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top));
};

function objective(rows: Row[], s: Float64Array, theta: Row, l2: number): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += logAddExp(0, -s[i] * dot(rows[i], theta));
  const [bias] = theta;
  return sum / rows.length + (l2 * (dot(theta, theta) - bias * bias)) / 2;
}

function slopeOf(rows: Row[], s: Float64Array, theta: Row, l2: number): Row {
  const slope = theta.map((value, k) => (k === 0 ? 0 : l2 * value));
  rows.forEach((row, i) => {
    const pull = logistic(-s[i] * dot(row, theta)) / rows.length;
    for (let k = 0; k < slope.length; k++) slope[k] -= s[i] * pull * row[k];
  });
  return slope;
}

const theta = (weights: number[], bias: number) => Float64Array.of(bias, ...weights);
const apart = (vector: Row) => ({ weights: vector.slice(1), bias: vector[0] });

export function sigmoid(z: number): number {
  return logistic(z);
}

export function predictProba(X: number[][], weights: number[], bias: number): Float64Array {
  const parameters = theta(weights, bias);
  return Float64Array.from(augmented(X, weights.length), row => logistic(dot(row, parameters)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  return objective(augmented(X, weights.length), signs(y, X.length), theta(weights, bias), l2);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  return apart(slopeOf(augmented(X, weights.length), signs(y, X.length), theta(weights, bias), l2));
}

export function fit(
  X: number[][],
  y: number[],
  {
    learningRate,
    steps,
    l2 = 0,
    weights,
    bias = 0,
  }: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  const s = signs(y, X.length);
  const rows = augmented(X, weights?.length ?? X[0].length);
  let here = theta(weights ?? new Array(X[0].length).fill(0), bias);
  const losses = new Float64Array(steps + 1);
  losses[0] = objective(rows, s, here, l2);
  for (let t = 1; t <= steps; t++) {
    const slope = slopeOf(rows, s, here, l2);
    here = here.map((value, k) => value - learningRate * slope[k]);
    losses[t] = objective(rows, s, here, l2);
  }
  return { ...apart(here), losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5) {
  return Int8Array.from(predictProba(X, weights, bias), p => (p < threshold ? 0 : 1));
}
