// Wrong: takes the square root of the mean squared error as the loss.
class Fit {
  X: number[][];
  y: number[];
  constructor(X: number[][], y: number[]) {
    if (X.length === 0) throw new RangeError('No rows');
    if (X.length !== y.length) throw new TypeError('Targets');
    this.X = X;
    this.y = y;
  }
  errors(w: number[], b: number): number[] {
    return predict(this.X, w, b).map((p, i) => p - this.y[i]);
  }
  loss(w: number[], b: number): number {
    const e = this.errors(w, b);
    return Math.sqrt(e.reduce((a, v) => a + v * v, 0) / e.length);
  }
  gradient(w: number[], b: number) {
    const e = this.errors(w, b);
    const k = 2 / e.length;
    return {
      weights: w.map((_, j) => k * e.reduce((a, v, i) => a + v * this.X[i][j], 0)),
      bias: k * e.reduce((a, v) => a + v, 0),
    };
  }
}
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => {
    if (x.length !== weights.length) throw new TypeError('Features');
    return weights.reduce((a, w, j) => a + w * x[j], 0) + bias;
  });
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return new Fit(X, y).loss(weights, bias);
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return new Fit(X, y).gradient(weights, bias);
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
  const fit = new Fit(X, y);
  const lr = options.learningRate;
  if (!(lr > 0 && lr < Infinity)) throw new RangeError('Learning rate');
  let state = { weights: [...(options.weights ?? X[0].map(() => 0))], bias: options.bias ?? 0 };
  const losses = [fit.loss(state.weights, state.bias)];
  const end = (status: 'max-steps' | 'converged' | 'diverged') => ({ ...state, losses, status });
  for (let i = 0; i < options.steps; i++) {
    const g = fit.gradient(state.weights, state.bias);
    state = {
      weights: state.weights.map((w, j) => w - lr * g.weights[j]),
      bias: state.bias - lr * g.bias,
    };
    const J = fit.loss(state.weights, state.bias);
    losses.push(J);
    if (!Number.isFinite(J) || J > 1e6 * (losses[0] + 1)) return end('diverged');
    if (Math.abs(J - losses[i]) < (options.tolerance ?? 0)) return end('converged');
  }
  return end('max-steps');
}
