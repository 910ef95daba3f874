// Written by someone who likes bare for loops and spells out every formula as it stands on the page.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== weights.length) throw new TypeError(`row ${i} does not match the weights`);
    let s = bias;
    for (let j = 0; j < weights.length; j++) s += X[i][j] * weights[j];
    out.push(s);
  }
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('y does not match X');
  const p = predict(X, weights, bias);
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    const e = p[i] - y[i];
    total += e * e;
  }
  return total / p.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('y does not match X');
  const n = X.length;
  const p = predict(X, weights, bias);
  const gw: number[] = [];
  for (let j = 0; j < weights.length; j++) {
    let s = 0;
    for (let i = 0; i < n; i++) s += (p[i] - y[i]) * X[i][j];
    gw.push((2 / n) * s);
  }
  let sb = 0;
  for (let i = 0; i < n; i++) sb += p[i] - y[i];
  return { weights: gw, bias: (2 / n) * sb };
}

export function gradientDescent(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  const lr = options.learningRate;
  if (!(lr > 0) || lr === Infinity)
    throw new RangeError('learningRate must be positive and finite');
  if (X.length === 0) throw new RangeError('no rows');
  const w: number[] = [];
  if (options.weights === undefined) {
    for (let j = 0; j < X[0].length; j++) w.push(0);
  } else {
    for (let j = 0; j < options.weights.length; j++) w.push(options.weights[j]);
  }
  let b = options.bias === undefined ? 0 : options.bias;
  const tol = options.tolerance === undefined ? 0 : options.tolerance;
  const losses = [loss(X, y, w, b)];
  for (let k = 0; k < options.steps; k++) {
    const g = gradient(X, y, w, b);
    for (let j = 0; j < w.length; j++) w[j] -= lr * g.weights[j];
    b -= lr * g.bias;
    const now = loss(X, y, w, b);
    const before = losses[losses.length - 1];
    losses.push(now);
    if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (Math.abs(now - before) < tol) return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
