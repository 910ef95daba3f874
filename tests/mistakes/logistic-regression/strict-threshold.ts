// Wrong: predict says 1 only where the probability is above the threshold, a tie becomes 0.
function rowScore(x: number[], w: number[], b: number): number {
  if (x.length !== w.length) throw new TypeError(`x has ${x.length} values, w has ${w.length}`);
  let z = b;
  for (const [j, v] of x.entries()) z += v * w[j];
  return z;
}

function ensure(X: number[][], y: number[]): number {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('label count');
  for (const v of y) {
    if (v === 0 || v === 1) continue;
    throw new RangeError('label value');
  }
  return X.length;
}

export function sigmoid(z: number): number {
  const s = Math.exp(-Math.abs(z));
  const hi = 1 / (1 + s);
  return z >= 0 ? hi : s * hi;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => sigmoid(rowScore(x, weights, bias)));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): number {
  const n = ensure(X, y);
  const data = X.map((x, i) => {
    const z = rowScore(x, weights, bias);
    const a = y[i] === 1 ? -z : z;
    return a > 0 ? a + Math.log1p(Math.exp(-a)) : Math.log1p(Math.exp(a));
  });
  let norm = 0;
  for (const w of weights) norm += w ** 2;
  return data.reduce((s, v) => s + v, 0) / n + 0.5 * (l2 ?? 0) * norm;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2?: number) {
  const n = ensure(X, y);
  const lambda = l2 ?? 0;
  let gb = 0;
  const gw = weights.map(() => 0);
  for (let i = 0; i < n; i++) {
    const r = sigmoid(rowScore(X[i], weights, bias)) - y[i];
    gb += r;
    for (let j = 0; j < gw.length; j++) gw[j] += r * X[i][j];
  }
  return { weights: gw.map((g, j) => g / n + lambda * weights[j]), bias: gb / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learningRate');
  ensure(X, y);
  let cur = {
    weights: options.weights ? [...options.weights] : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  const losses = [loss(X, y, cur.weights, cur.bias, l2)];
  for (let t = 0; t < steps; t++) {
    const g = gradient(X, y, cur.weights, cur.bias, l2);
    cur = {
      weights: cur.weights.map((w, j) => w - learningRate * g.weights[j]),
      bias: cur.bias - learningRate * g.bias,
    };
    losses.push(loss(X, y, cur.weights, cur.bias, l2));
  }
  return { ...cur, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p > threshold ? 1 : 0));
}
