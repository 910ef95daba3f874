// Wrong: the learning rate is looked at inside the loop, so a bad one passes where steps is 0.
function boundary(X: number[][], y: number[], d: number): void {
  if (X.length === 0) throw new RangeError('X: no rows');
  if (y.length !== X.length) throw new TypeError('y: length');
  X.forEach(r => {
    if (r.length !== d) throw new TypeError('X: width');
  });
  y.forEach(v => {
    if (v !== 0 && v !== 1) throw new RangeError('y: value');
  });
}

function update(
  at: { w: number[]; b: number },
  g: { weights: number[]; bias: number },
  rate: number,
) {
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('learningRate');
  return { w: at.w.map((v, i) => v - rate * g.weights[i]), b: at.b - rate * g.bias };
}

export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z > 0 ? 1 / (1 + e) : e / (1 + e);
}

function z(row: number[], w: number[], b: number): number {
  return row.reduceRight((s, v, j) => s + v * w[j], b);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => {
    if (row.length !== weights.length) throw new TypeError('X: width');
    return sigmoid(z(row, weights, bias));
  });
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  boundary(X, y, weights.length);
  let data = 0;
  for (let i = X.length - 1; i >= 0; i--) {
    const s = z(X[i], weights, bias);
    data += (s > 0 ? s : 0) - s * y[i] + Math.log1p(Math.exp(-Math.abs(s)));
  }
  const ridge = weights.reduce((s, v) => s + v * v, 0);
  return data / X.length + (ridge * l2) / 2;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  boundary(X, y, weights.length);
  const p = predictProba(X, weights, bias);
  let db = 0;
  const dw = weights.map(() => 0);
  for (let i = X.length - 1; i >= 0; i--) {
    db += (p[i] - y[i]) / X.length;
    for (let j = 0; j < dw.length; j++) dw[j] += ((p[i] - y[i]) * X[i][j]) / X.length;
  }
  for (let j = 0; j < dw.length; j++) dw[j] += l2 * weights[j];
  return { weights: dw, bias: db };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  if (X.length === 0) throw new RangeError('X: no rows');
  const l2 = options.l2 ?? 0;
  let at = { w: [...(options.weights ?? X[0].map(() => 0))], b: options.bias ?? 0 };
  const losses = [loss(X, y, at.w, at.b, l2)];
  for (let s = 0; s < options.steps; s++) {
    at = update(at, gradient(X, y, at.w, at.b, l2), options.learningRate);
    losses.push(loss(X, y, at.w, at.b, l2));
  }
  return { weights: at.w, bias: at.b, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
