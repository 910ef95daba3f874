// Wrong: cross-entropy and slope are summed over the rows, nobody divides by n.
class LogReg {
  constructor(w: number[], b: number, l2 = 0) {
    this.w = w;
    this.b = b;
    this.l2 = l2;
  }
  w: number[];
  b: number;
  l2: number;

  z(x: number[]): number {
    if (x.length !== this.w.length) throw new TypeError('row width');
    return x.reduce((acc, xi, i) => acc + xi * this.w[i], this.b);
  }
  total(X: number[][], y: number[]): number {
    const ce = X.reduce((acc, x, i) => {
      const z = this.z(x);
      return acc + Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
    }, 0);
    return ce + (this.l2 / 2) * this.w.reduce((a, v) => a + v * v, 0);
  }
  slope(X: number[][], y: number[]): { weights: number[]; bias: number } {
    const weights = this.w.map(v => this.l2 * v);
    let bias = 0;
    X.forEach((x, i) => {
      const e = sigmoid(this.z(x)) - y[i];
      bias += e;
      x.forEach((v, j) => {
        weights[j] += e * v;
      });
    });
    return { weights, bias };
  }
}

function guard(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('X is empty');
  if (X.length !== y.length) throw new TypeError('y has another length');
  for (const v of y) if (v !== 0 && v !== 1) throw new RangeError('labels are binary');
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  const m = new LogReg(weights, bias);
  return X.map(x => sigmoid(m.z(x)));
}
export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): number {
  guard(X, y);
  return new LogReg(weights, bias, l2).total(X, y);
}
export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2?: number) {
  guard(X, y);
  return new LogReg(weights, bias, l2).slope(X, y);
}
export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const lr = options.learningRate;
  if (!Number.isFinite(lr) || lr <= 0) throw new RangeError('learningRate');
  guard(X, y);
  const m = new LogReg(
    options.weights?.slice() ?? X[0].map(() => 0),
    options.bias ?? 0,
    options.l2,
  );
  const losses = [m.total(X, y)];
  for (let i = 0; i < options.steps; i++) {
    const g = m.slope(X, y);
    m.w = m.w.map((v, j) => v - lr * g.weights[j]);
    m.b -= lr * g.bias;
    losses.push(m.total(X, y));
  }
  return { weights: m.w, bias: m.b, losses };
}
export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
