// Wrong: a given start bias is taken only where weights are given too, otherwise both start at zero.
class Start {
  weights: number[];
  bias: number;
  constructor(width: number, options: { weights?: number[]; bias?: number }) {
    if (options.weights) {
      this.weights = [...options.weights];
      this.bias = options.bias ?? 0;
    } else {
      this.weights = new Array<number>(width).fill(0);
      this.bias = 0;
    }
  }
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function demand(condition: boolean, error: Error): asserts condition {
  if (!condition) throw error;
}

function demandData(X: number[][], y: number[]): void {
  demand(X.length > 0, new RangeError('X needs rows'));
  demand(X.length === y.length, new TypeError('y needs a label per row'));
  demand(
    y.every(v => v === 0 || v === 1),
    new RangeError('y needs 0 or 1'),
  );
}

function scoreRows(X: number[][], weights: number[], bias: number): number[] {
  demand(
    X.every(x => x.length === weights.length),
    new TypeError('widths'),
  );
  return X.map(x => {
    let z = bias;
    for (let j = x.length - 1; j >= 0; j--) z += x[j] * weights[j];
    return z;
  });
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return scoreRows(X, weights, bias).map(sigmoid);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  demandData(X, y);
  let sum = 0;
  for (const [i, z] of scoreRows(X, weights, bias).entries()) {
    sum += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum / X.length + weights.reduce((s, w) => s + w * w, 0) * (l2 / 2);
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  demandData(X, y);
  const n = X.length;
  const miss = scoreRows(X, weights, bias).map((z, i) => sigmoid(z) - y[i]);
  const slopes = weights.map((w, j) => {
    const column = X.map((x, i) => x[j] * miss[i]);
    return column.reduce((s, v) => s + v, 0) / n + l2 * w;
  });
  return { weights: slopes, bias: miss.reduce((s, v) => s + v, 0) / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const rate = options.learningRate;
  demand(rate > 0 && Number.isFinite(rate), new RangeError('learningRate'));
  demandData(X, y);
  const at = new Start(X[0].length, options);
  const losses = [loss(X, y, at.weights, at.bias, options.l2)];
  for (let i = 0; i < options.steps; i++) {
    const g = gradient(X, y, at.weights, at.bias, options.l2);
    at.weights = at.weights.map((w, j) => w - rate * g.weights[j]);
    at.bias -= rate * g.bias;
    losses.push(loss(X, y, at.weights, at.bias, options.l2));
  }
  return { weights: at.weights, bias: at.bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
