// Wrong: fit returns the weights with the lowest loss seen, not those after the last update.
interface Snapshot {
  weights: number[];
  bias: number;
  value: number;
}

export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z));
}

function combine(x: number[], w: number[], b: number): number {
  if (x.length !== w.length) throw new TypeError('incompatible');
  let i = 0;
  let s = b;
  while (i < x.length) {
    s += x[i] * w[i];
    i += 1;
  }
  return s;
}

function accept(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('incomplete');
  if (X.length !== y.length) throw new TypeError('incompatible');
  if (!y.every(v => v === 0 || v === 1)) throw new RangeError('not a label');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => sigmoid(combine(x, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  accept(X, y);
  const costs = X.map((x, i) => {
    const z = combine(x, weights, bias);
    return (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z))) - y[i] * z;
  });
  return (
    costs.reduce((a, c) => a + c, 0) / costs.length +
    (l2 / 2) * weights.map(w => w * w).reduce((a, c) => a + c, 0)
  );
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  accept(X, y);
  const e = predictProba(X, weights, bias).map((p, i) => p - y[i]);
  const dw = weights.map(w => X.length * l2 * w);
  X.forEach((x, i) => {
    x.forEach((v, j) => {
      dw[j] += e[i] * v;
    });
  });
  return { weights: dw.map(v => v / X.length), bias: e.reduce((a, c) => a + c, 0) / X.length };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 } = options;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  accept(X, y);
  const snap = (weights: number[], bias: number): Snapshot => ({
    weights,
    bias,
    value: loss(X, y, weights, bias, l2),
  });
  let current = snap(options.weights ? [...options.weights] : X[0].map(() => 0), options.bias ?? 0);
  let best = current;
  const losses = [current.value];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, current.weights, current.bias, l2);
    current = snap(
      current.weights.map((w, j) => w - learningRate * g.weights[j]),
      current.bias - learningRate * g.bias,
    );
    losses.push(current.value);
    if (current.value < best.value) best = current;
  }
  return { weights: best.weights, bias: best.bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
