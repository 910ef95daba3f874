// Wrong: sigmoid clamps its argument to [-20, 20] "for stability", which is off by 2e-9 further out.
function clamp(v: number, lo: number, hi: number): number {
  return v < lo ? lo : v > hi ? hi : v;
}

export function sigmoid(z: number): number {
  const c = clamp(z, -20, 20);
  return 1 / (1 + Math.exp(-c));
}

class Rows {
  private readonly list: number[][];
  constructor(X: number[][], d: number) {
    X.forEach(x => {
      if (x.length !== d) throw new TypeError(`a row of ${x.length} where ${d} was expected`);
    });
    this.list = X;
  }
  logits(w: number[], b: number): number[] {
    return this.list.map(x => {
      let z = b;
      for (let k = 0; k < w.length; k++) z += w[k] * x[k];
      return z;
    });
  }
  weigh(e: number[], k: number): number {
    return this.list.reduce((s, x, i) => s + e[i] * x[k], 0);
  }
}

function vetLabels(y: number[], n: number): number[] {
  if (n === 0) throw new RangeError('zero rows');
  if (y.length !== n) throw new TypeError('wrong number of labels');
  return y.map(v => {
    if (v === 0) return 0;
    if (v === 1) return 1;
    throw new RangeError('wrong label');
  });
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return new Rows(X, weights.length).logits(weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  const t = vetLabels(y, X.length);
  const terms = new Rows(X, weights.length)
    .logits(weights, bias)
    .map((z, i) => Math.max(z, 0) - t[i] * z + Math.log1p(Math.exp(-Math.abs(z))));
  return (
    terms.reduce((a, v) => a + v, 0) / terms.length +
    (l2 / 2) * weights.reduce((a, w) => a + w * w, 0)
  );
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  const t = vetLabels(y, X.length);
  const rows = new Rows(X, weights.length);
  const e = rows.logits(weights, bias).map((z, i) => (sigmoid(z) - t[i]) / t.length);
  return {
    weights: weights.map((w, k) => rows.weigh(e, k) + l2 * w),
    bias: e.reduce((a, v) => a + v, 0),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  vetLabels(y, X.length);
  let weights = Array.from(options.weights ?? X[0].map(() => 0));
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, k) => w - learningRate * g.weights[k]);
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
