// Wrong: notes the loss at the head of each pass, so the loss after the last update never gets onto the list and the stop rules lag one update behind.
interface Opts {
  learningRate: number;
  steps: number;
  weights?: number[];
  bias?: number;
  tolerance?: number;
}
interface Out {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  for (const r of X) if (r.length !== weights.length) throw new TypeError('bad row');
  return X.map(r => {
    let k = 0;
    return r.reduce((sum, v) => sum + v * weights[k++], 0) + bias;
  });
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('bad y');
  const p = predict(X, weights, bias);
  return y.map((t, i) => (t - p[i]) ** 2).reduce((a, c) => a + c, 0) / y.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('bad y');
  const p = predict(X, weights, bias);
  const f = 2 / y.length;
  return {
    weights: weights.map((_w, j) => f * X.reduce((a, r, i) => a + r[j] * (p[i] - y[i]), 0)),
    bias: f * p.reduce((a, v, i) => a + (v - y[i]), 0),
  };
}

export function gradientDescent(X: number[][], y: number[], options: Opts): Out {
  const { learningRate, steps, tolerance = 0 } = options;
  if (!(learningRate > 0 && learningRate !== Infinity)) throw new RangeError('bad learning rate');
  if (X.length === 0) throw new RangeError('no rows');
  const out: Out = {
    weights: options.weights ? options.weights.slice() : X[0].map(() => 0),
    bias: options.bias ?? 0,
    losses: [],
    status: 'max-steps',
  };
  if (steps === 0) out.losses.push(loss(X, y, out.weights, out.bias));
  for (let k = 0; k < steps; k++) {
    out.losses.push(loss(X, y, out.weights, out.bias));
    if (k > 0) {
      const now = out.losses[k];
      if (!Number.isFinite(now) || now > 1e6 * (out.losses[0] + 1)) {
        out.status = 'diverged';
        return out;
      }
      if (Math.abs(now - out.losses[k - 1]) < tolerance) {
        out.status = 'converged';
        return out;
      }
    }
    const g = gradient(X, y, out.weights, out.bias);
    out.weights = out.weights.map((w, j) => w - learningRate * g.weights[j]);
    out.bias -= learningRate * g.bias;
  }
  return out;
}
