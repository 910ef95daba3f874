// Wrong: two bugs, updates carry a momentum of 0.9 and the tolerance is compared with the best loss so far rather than the loss before.
class Vec {
  v: number[];
  constructor(v: number[]) {
    this.v = v;
  }
  dot(o: readonly number[]): number {
    if (o.length !== this.v.length) throw new TypeError('Vec');
    return this.v.reduce((s, x, k) => s + x * o[k], 0);
  }
  plus(o: Vec, by = 1): Vec {
    return new Vec(this.v.map((x, k) => x + by * o.v[k]));
  }
  times(by: number): Vec {
    return new Vec(this.v.map(x => x * by));
  }
}
const joined = (w: readonly number[], b: number): Vec => new Vec([...w, b]);
const sep = (p: Vec) => ({ weights: p.v.slice(0, -1), bias: p.v[p.v.length - 1] });
const at = (X: number[][], p: Vec): Vec => new Vec(X.map(r => p.dot([...r, 1])));
const rest = (X: number[][], y: number[], p: Vec): Vec => {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('targets');
  return at(X, p).plus(new Vec(y), -1);
};
const J = (X: number[][], y: number[], p: Vec): number => {
  const r = rest(X, y, p);
  return r.dot(r.v) / y.length;
};
const slope = (X: number[][], y: number[], p: Vec): Vec => {
  const r = rest(X, y, p);
  return X.reduce((g, row, i) => g.plus(joined(row, 1), (2 * r.v[i]) / y.length), p.times(0));
};
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return at(X, joined(weights, bias)).v;
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return J(X, y, joined(weights, bias));
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  return sep(slope(X, y, joined(weights, bias)));
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
  const { learningRate, steps, tolerance = 0 } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learning rate');
  if (X.length === 0) throw new RangeError('rows');
  let p = joined(options.weights ?? X[0].map(() => 0), options.bias ?? 0);
  let velocity = p.times(0);
  let best = J(X, y, p);
  const losses = [best];
  for (let k = 0; k < steps; k++) {
    velocity = velocity.times(0.9).plus(slope(X, y, p), -learningRate);
    p = p.plus(velocity);
    const now = J(X, y, p);
    losses.push(now);
    if (!Number.isFinite(now) || now > 1e6 * (losses[0] + 1))
      return { ...sep(p), losses, status: 'diverged' };
    if (Math.abs(best - now) < tolerance) return { ...sep(p), losses, status: 'converged' };
    best = Math.min(best, now);
  }
  return { ...sep(p), losses, status: 'max-steps' };
}
