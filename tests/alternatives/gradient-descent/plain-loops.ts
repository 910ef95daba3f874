type Options = {
  learningRate: number;
  steps: number;
  weights?: number[];
  bias?: number;
  tolerance?: number;
};

function checkTable(X: number[][], d: number) {
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== d) throw new TypeError(`row ${i} has ${X[i].length} entries, not ${d}`);
  }
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  checkTable(X, weights.length);
  const out: number[] = [];
  for (let i = 0; i < X.length; i++) {
    let sum = 0;
    for (let j = weights.length - 1; j >= 0; j--) sum += weights[j] * X[i][j];
    out.push(sum + bias);
  }
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length < 1) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('X and y differ in length');
  const p = predict(X, weights, bias);
  let total = 0;
  for (let i = 0; i < y.length; i++) total += (y[i] - p[i]) ** 2 / y.length;
  return total;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  if (X.length < 1) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('X and y differ in length');
  const p = predict(X, weights, bias);
  const slope = new Array<number>(weights.length).fill(0);
  let slopeOfBias = 0;
  for (let i = 0; i < y.length; i++) {
    const residual = y[i] - p[i];
    for (let j = 0; j < slope.length; j++) slope[j] -= (2 * residual * X[i][j]) / y.length;
    slopeOfBias -= (2 * residual) / y.length;
  }
  return { weights: slope, bias: slopeOfBias };
}

export function gradientDescent(X: number[][], y: number[], options: Options) {
  const rate = options.learningRate;
  if (!Number.isFinite(rate) || rate <= 0) throw new RangeError('learning rate');
  if (X.length < 1) throw new RangeError('no rows');
  const d = X[0].length;
  const weights: number[] = [];
  if (options.weights && options.weights.length !== d)
    throw new TypeError('start has another width');
  for (let j = 0; j < d; j++) weights.push(options.weights ? options.weights[j] : 0);
  let bias = options.bias === undefined ? 0 : options.bias;
  const losses = [loss(X, y, weights, bias)];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  let done = 0;
  while (done < options.steps && status === 'max-steps') {
    const g = gradient(X, y, weights, bias);
    for (let j = 0; j < d; j++) weights[j] -= rate * g.weights[j];
    bias -= rate * g.bias;
    done++;
    losses.push(loss(X, y, weights, bias));
    const change = losses[done] - losses[done - 1];
    if (!(losses[done] <= 1e6 * (losses[0] + 1))) status = 'diverged';
    else if (change < (options.tolerance ?? 0) && -change < (options.tolerance ?? 0))
      status = 'converged';
  }
  return { weights, bias, losses, status };
}
