// Wrong: the stop rules are not applied to the last allowed update, which always reports max-steps.
abstract class Base {
  abstract at(row: number[]): number;
  all(X: number[][]): number[] {
    return X.map(r => this.at(r));
  }
}
class Plane extends Base {
  w: number[];
  b: number;
  constructor(w: number[], b: number) {
    super();
    this.w = w;
    this.b = b;
  }
  at(row: number[]): number {
    if (row.length !== this.w.length) throw new TypeError('row');
    return row.reduce((s, x, j) => s + x * this.w[j], this.b);
  }
}
const errorsOf = (plane: Plane, X: number[][], y: number[]): number[] => {
  if (!X.length) throw new RangeError('X');
  if (X.length !== y.length) throw new TypeError('y');
  return plane.all(X).map((v, i) => v - y[i]);
};
export function predict(X: number[][], weights: number[], bias: number): number[] {
  return new Plane(weights, bias).all(X);
}
export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  const e = errorsOf(new Plane(weights, bias), X, y);
  return e.reduce((s, v) => s + v ** 2, 0) / e.length;
}
export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const e = errorsOf(new Plane(weights, bias), X, y);
  const part = (f: (i: number) => number) =>
    (2 * e.reduce((s, v, i) => s + v * f(i), 0)) / e.length;
  return { weights: weights.map((_, j) => part(i => X[i][j])), bias: part(() => 1) };
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
  const a = options.learningRate;
  if (!(a > 0 && a < Infinity)) throw new RangeError('learningRate');
  if (!X.length) throw new RangeError('X');
  const tol = options.tolerance ?? 0;
  let weights = options.weights ? options.weights.map(v => v) : X[0].map(() => 0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias)];
  let done = 0;
  while (done < options.steps) {
    const g = gradient(X, y, weights, bias);
    weights = weights.map((w, j) => w - a * g.weights[j]);
    bias -= a * g.bias;
    losses.push(loss(X, y, weights, bias));
    done += 1;
    if (done === options.steps) break;
    if (!Number.isFinite(losses[done]) || losses[done] > 1e6 * (losses[0] + 1))
      return { weights, bias, losses, status: 'diverged' };
    if (Math.abs(losses[done] - losses[done - 1]) < tol)
      return { weights, bias, losses, status: 'converged' };
  }
  return { weights, bias, losses, status: 'max-steps' };
}
