// Wrong: the learning rate is only tested with <= 0, so Infinity and NaN pass.
type Options = {
  learningRate: number;
  steps: number;
  l2?: number;
  weights?: number[];
  bias?: number;
};

export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  if (z >= 0) return 1 / (1 + e);
  return e / (1 + e);
}

const flat = (X: number[][], d: number): Float64Array => {
  const f = new Float64Array(X.length * d);
  X.forEach((x, i) => {
    if (x.length !== d) throw new TypeError('d');
    f.set(x, i * d);
  });
  return f;
};

const targets = (X: number[][], y: number[]): Float64Array => {
  if (X.length === 0) throw new RangeError('n');
  if (X.length !== y.length) throw new TypeError('n');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('y');
  return Float64Array.from(y);
};

const apply = (F: Float64Array, n: number, w: ArrayLike<number>, b: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => {
    let z = b;
    for (let j = 0; j < w.length; j++) z += F[i * w.length + j] * w[j];
    return z;
  });

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return [...apply(flat(X, weights.length), X.length, weights, bias)].map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  const t = targets(X, y);
  const z = apply(flat(X, weights.length), X.length, weights, bias);
  const s = z.reduce(
    (a, v, i) => a + Math.max(v, 0) - v * t[i] + Math.log1p(Math.exp(-Math.abs(v))),
    0,
  );
  return s / t.length + (l2 / 2) * weights.reduce((a, v) => a + v * v, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  const t = targets(X, y);
  const F = flat(X, weights.length);
  const r = apply(F, t.length, weights, bias).map((v, i) => (sigmoid(v) - t[i]) / t.length);
  return {
    weights: weights.map((v, j) =>
      r.reduce((a, e, i) => a + e * F[i * weights.length + j], l2 * v),
    ),
    bias: r.reduce((a, e) => a + e, 0),
  };
}

export function fit(X: number[][], y: number[], options: Options) {
  if (options.learningRate <= 0) throw new RangeError('learningRate must be positive');
  targets(X, y);
  let weights = Array.from(options.weights ?? new Float64Array(X[0].length));
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, options.l2)];
  for (let k = 0; k < options.steps; k++) {
    const g = gradient(X, y, weights, bias, options.l2);
    weights = weights.map((v, j) => v - options.learningRate * g.weights[j]);
    bias -= options.learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, options.l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
