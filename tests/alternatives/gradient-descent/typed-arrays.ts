function table(X: number[][]) {
  const d = X.length > 0 ? X[0].length : 0;
  return X.map(row => {
    if (row.length !== d) throw new TypeError('rows of X differ in width');
    return Float64Array.from(row);
  });
}

function residuals(rows: Float64Array[], y: Float64Array, w: Float64Array, b: number) {
  if (rows.length === 0) throw new RangeError('X is empty');
  if (rows.length !== y.length) throw new TypeError('X and y do not fit');
  if (rows[0].length !== w.length) throw new TypeError('X and weights do not fit');
  const out = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    let z = b - y[i];
    row.forEach((x, j) => {
      z += x * w[j];
    });
    out[i] = z;
  });
  return out;
}

export function predict(X: number[][], weights: number[], bias: number) {
  const rows = table(X);
  if (rows.length === 0) return new Float64Array(0);
  return residuals(rows, new Float64Array(rows.length), Float64Array.from(weights), bias);
}

const meanSquare = (r: Float64Array) => r.reduce((sum, e) => sum + e * e, 0) / r.length;

export function loss(X: number[][], y: number[], weights: number[], bias: number) {
  return meanSquare(residuals(table(X), Float64Array.from(y), Float64Array.from(weights), bias));
}

function slope(rows: Float64Array[], r: Float64Array) {
  const g = new Float64Array(rows[0].length);
  r.forEach((e, i) => {
    for (let j = 0; j < g.length; j++) g[j] += e * rows[i][j];
  });
  return {
    weights: g.map(v => (v / r.length) * 2),
    bias: (r.reduce((s, e) => s + e, 0) / r.length) * 2,
  };
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  const rows = table(X);
  return slope(rows, residuals(rows, Float64Array.from(y), Float64Array.from(weights), bias));
}

export function gradientDescent(
  X: number[][],
  y: number[],
  o: { learningRate: number; steps: number; weights?: number[]; bias?: number; tolerance?: number },
) {
  if (!(o.learningRate > 0 && Number.isFinite(o.learningRate)))
    throw new RangeError('learningRate');
  const rows = table(X);
  const targets = Float64Array.from(y);
  const w = Float64Array.from(o.weights ?? new Float64Array(rows[0]?.length ?? 0));
  let b = o.bias ?? 0;
  let r = residuals(rows, targets, w, b);
  const losses = new Float64Array(o.steps + 1);
  losses[0] = meanSquare(r);
  for (let t = 1; t <= o.steps; t++) {
    const g = slope(rows, r);
    for (let j = 0; j < w.length; j++) w[j] -= o.learningRate * g.weights[j];
    b -= o.learningRate * g.bias;
    r = residuals(rows, targets, w, b);
    losses[t] = meanSquare(r);
    const status =
      !Number.isFinite(losses[t]) || losses[t] > 1e6 * (1 + losses[0])
        ? 'diverged'
        : Math.abs(losses[t] - losses[t - 1]) < (o.tolerance ?? 0)
          ? 'converged'
          : undefined;
    if (status) return { weights: w, bias: b, losses: losses.slice(0, t + 1), status, updates: t };
  }
  return { weights: w, bias: b, losses, status: 'max-steps', updates: o.steps };
}
