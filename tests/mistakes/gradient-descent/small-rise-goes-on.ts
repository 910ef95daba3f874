// Wrong: counts a change below the tolerance only where the loss falls.
type Options = {
  learningRate: number;
  steps: number;
  weights?: number[];
  bias?: number;
  tolerance?: number;
};

function check(X: number[][], y: number[], weights: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('lengths');
  if (X.some(row => row.length !== weights.length)) throw new TypeError('widths');
}

export function predict(X: number[][], weights: number[], bias: number) {
  if (X.some(row => row.length !== weights.length)) throw new TypeError('widths');
  return X.map(row => row.reduce((s, x, j) => s + x * weights[j], 0) + bias);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number) {
  check(X, y, weights);
  return predict(X, weights, bias).reduce((s, p, i) => s + (p - y[i]) ** 2, 0) / y.length;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  check(X, y, weights);
  const g = { weights: weights.map(() => 0), bias: 0 };
  predict(X, weights, bias).forEach((p, i) => {
    const e = p - y[i];
    for (let j = 0; j < weights.length; j++) g.weights[j] += (2 * e * X[i][j]) / y.length;
    g.bias += (2 * e) / y.length;
  });
  return g;
}

export function gradientDescent(X: number[][], y: number[], o: Options) {
  if (!(o.learningRate > 0 && Number.isFinite(o.learningRate))) throw new RangeError('rate');
  if (X.length === 0) throw new RangeError('no rows');
  let w = o.weights ? o.weights.slice() : new Array<number>(X[0].length).fill(0);
  let b = o.bias ?? 0;
  const losses = [loss(X, y, w, b)];
  for (let t = 1; t <= o.steps; t++) {
    const g = gradient(X, y, w, b);
    w = w.map((v, j) => v - o.learningRate * g.weights[j]);
    b -= o.learningRate * g.bias;
    losses.push(loss(X, y, w, b));
    if (!Number.isFinite(losses[t]) || losses[t] > 1e6 * (losses[0] + 1))
      return { weights: w, bias: b, losses, status: 'diverged' };
    if (losses[t] <= losses[t - 1] && losses[t - 1] - losses[t] < (o.tolerance ?? 0))
      return { weights: w, bias: b, losses, status: 'converged' };
  }
  return { weights: w, bias: b, losses, status: 'max-steps' };
}
