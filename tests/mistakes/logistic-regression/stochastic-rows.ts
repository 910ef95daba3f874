// Wrong: every step walks the rows and updates after each one (SGD), not once with the mean slope.
class Learner {
  w: number[];
  b: number;
  decay: number;
  constructor(w: Iterable<number>, b: number, decay: number) {
    this.w = [...w];
    this.b = b;
    this.decay = decay;
  }
  logit(x: number[]): number {
    if (x.length !== this.w.length) throw new TypeError('feature count');
    return this.w.reduce((z, wj, j) => z + wj * x[j], this.b);
  }
  cost(X: number[][], y: number[]): number {
    let c = 0;
    X.forEach((x, i) => {
      const z = this.logit(x);
      c += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
    });
    return c / X.length + (this.decay / 2) * this.w.reduce((s, v) => s + v * v, 0);
  }
  slope(X: number[][], y: number[]) {
    const weights = this.w.map(v => this.decay * v);
    let bias = 0;
    X.forEach((x, i) => {
      const e = (sigmoid(this.logit(x)) - y[i]) / X.length;
      bias += e;
      x.forEach((v, j) => {
        weights[j] += e * v;
      });
    });
    return { weights, bias };
  }
  epoch(X: number[][], y: number[], lr: number): void {
    for (let i = 0; i < X.length; i++) {
      const g = this.slope([X[i]], [y[i]]);
      this.w = this.w.map((v, j) => v - (lr * g.weights[j]) / X.length);
      this.b -= (lr * g.bias) / X.length;
    }
  }
}

function needs(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no examples');
  if (X.length !== y.length) throw new TypeError('examples and labels');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('ragged');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('labels');
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  const l = new Learner(weights, bias, 0);
  return X.map(x => sigmoid(l.logit(x)));
}
export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  needs(X, y);
  return new Learner(weights, bias, l2).cost(X, y);
}
export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  needs(X, y);
  return new Learner(weights, bias, l2).slope(X, y);
}
export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  if (!Number.isFinite(options.learningRate) || !(options.learningRate > 0))
    throw new RangeError('learningRate');
  needs(X, y);
  const l = new Learner(options.weights ?? X[0].map(() => 0), options.bias ?? 0, options.l2 ?? 0);
  const losses = [l.cost(X, y)];
  for (let s = 0; s < options.steps; s++) {
    l.epoch(X, y, options.learningRate);
    losses.push(l.cost(X, y));
  }
  return { weights: l.w, bias: l.b, losses };
}
export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
