// Wrong: hard-coded to the one-row example; the slope and the updates look at the first row only.
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z < 0 ? e / (1 + e) : 1 / (1 + e);
}

const scoreOf = (x: number[], w: number[], b: number) =>
  x.map((v, j) => v * w[j]).reduce((s, t) => s + t, b);

function mustFit(X: number[][], w: number[]) {
  if (X.find(x => x.length !== w.length)) throw new TypeError('row width');
}

function mustLabel(X: number[][], y: number[]) {
  if (!X.length) throw new RangeError('no row');
  if (X.length !== y.length) throw new TypeError('labels');
  if (y.find(t => t !== 0 && t !== 1) !== undefined) throw new RangeError('label');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  mustFit(X, weights);
  return X.map(x => sigmoid(scoreOf(x, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  mustLabel(X, y);
  mustFit(X, weights);
  let mean = 0;
  X.forEach((x, i) => {
    const z = scoreOf(x, weights, bias);
    mean += (Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)))) / X.length;
  });
  return mean + 0.5 * l2 * weights.reduce((s, w) => s + w * w, 0);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  mustLabel(X, y);
  mustFit(X, weights);
  const [x] = X;
  const [t] = y;
  const error = sigmoid(scoreOf(x, weights, bias)) - t;
  return { weights: x.map((v, j) => error * v + l2 * weights[j]), bias: error };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const {
    learningRate,
    steps,
    l2 = 0,
    weights = X.length ? X[0].map(() => 0) : [],
    bias = 0,
  } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  const out = { weights: [...weights], bias, losses: [loss(X, y, weights, bias, l2)] };
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, out.weights, out.bias, l2);
    out.weights = out.weights.map((w, j) => w - learningRate * g.weights[j]);
    out.bias -= learningRate * g.bias;
    out.losses.push(loss(X, y, out.weights, out.bias, l2));
  }
  return out;
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
