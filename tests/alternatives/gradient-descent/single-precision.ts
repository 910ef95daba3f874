const f = Math.fround;

function fits(X: number[][], y: number[] | undefined, weights: number[]) {
  for (const row of X) if (row.length !== weights.length) throw new TypeError('width');
  if (y === undefined) return;
  if (X.length === 0) throw new RangeError('empty');
  if (y.length !== X.length) throw new TypeError('length');
}

export function predict(X: number[][], weights: number[], bias: number) {
  fits(X, undefined, weights);
  const out = new Float32Array(X.length);
  for (let i = 0; i < X.length; i++) {
    let sum = f(bias);
    for (let j = 0; j < weights.length; j++) sum = f(sum + f(f(X[i][j]) * f(weights[j])));
    out[i] = sum;
  }
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number) {
  fits(X, y, weights);
  const p = predict(X, weights, bias);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum = f(sum + f(f(p[i] - f(y[i])) ** 2));
  return f(sum / y.length);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  fits(X, y, weights);
  const p = predict(X, weights, bias);
  const slope = new Float32Array(weights.length);
  let ofBias = 0;
  for (let i = 0; i < y.length; i++) {
    const error = f(p[i] - f(y[i]));
    for (let j = 0; j < slope.length; j++) slope[j] = f(slope[j] + f(error * f(X[i][j])));
    ofBias = f(ofBias + error);
  }
  const scale = f(2 / y.length);
  return { weights: Array.from(slope, s => f(s * scale)), bias: f(ofBias * scale) };
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
) {
  const { learningRate, steps, tolerance = 0 } = options;
  if (!(learningRate > 0 && learningRate < Number.POSITIVE_INFINITY)) throw new RangeError('rate');
  if (X.length === 0) throw new RangeError('empty');
  let weights = [...(options.weights ?? Array<number>(X[0].length).fill(0))].map(f);
  let bias = f(options.bias ?? 0);
  const losses = [loss(X, y, weights, bias)];
  let status = 'max-steps';
  for (let t = 0; t < steps; t++) {
    const g = gradient(X, y, weights, bias);
    weights = weights.map((w, j) => f(w - f(f(learningRate) * g.weights[j])));
    bias = f(bias - f(f(learningRate) * g.bias));
    losses.push(loss(X, y, weights, bias));
    if (!Number.isFinite(losses[t + 1]) || losses[t + 1] > 1e6 * (losses[0] + 1)) {
      status = 'diverged';
      break;
    }
    if (Math.abs(losses[t + 1] - losses[t]) < tolerance) {
      status = 'converged';
      break;
    }
  }
  return { weights, bias, losses, status };
}
