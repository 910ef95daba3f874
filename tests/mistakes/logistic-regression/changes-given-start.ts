// Wrong: fit updates the caller's own weights array in place and returns it.
const bySign = (z: number, up: (z: number) => number, down: (z: number) => number): number =>
  z >= 0 ? up(z) : down(z);

export function sigmoid(z: number): number {
  return bySign(
    z,
    v => 1 / (1 + Math.exp(-v)),
    v => Math.exp(v) / (1 + Math.exp(v)),
  );
}

function score(x: number[], weights: number[], bias: number): number {
  if (x.length !== weights.length) throw new TypeError('widths differ');
  let s = bias;
  x.forEach((v, j) => {
    s += v * weights[j];
  });
  return s;
}

function inspect(X: number[][], y: number[]): void {
  if (!X.length) throw new RangeError('rows');
  if (y.length !== X.length) throw new TypeError('labels');
  if (y.findIndex(v => v !== 0 && v !== 1) !== -1) throw new RangeError('labels');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  const probs: number[] = [];
  X.forEach(x => {
    probs.push(sigmoid(score(x, weights, bias)));
  });
  return probs;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  inspect(X, y);
  let acc = 0;
  X.forEach((x, i) => {
    const z = score(x, weights, bias);
    acc += bySign(
      z,
      v => v * (1 - y[i]) + Math.log1p(Math.exp(-v)),
      v => -v * y[i] + Math.log1p(Math.exp(v)),
    );
  });
  return acc / X.length + 0.5 * l2 * weights.reduce((s, w) => s + w * w, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  inspect(X, y);
  const gw: number[] = weights.map(w => l2 * w * X.length);
  let gb = 0;
  predictProba(X, weights, bias).forEach((p, i) => {
    gb += p - y[i];
    X[i].forEach((v, j) => {
      gw[j] += (p - y[i]) * v;
    });
  });
  return { weights: gw.map(g => g / X.length), bias: gb / X.length };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  inspect(X, y);
  const weights = options.weights ?? new Array<number>(X[0].length).fill(0);
  let bias = options.bias ?? 0;
  const losses = [loss(X, y, weights, bias, l2)];
  for (let i = 0; i < steps; i++) {
    const g = gradient(X, y, weights, bias, l2);
    for (let j = 0; j < weights.length; j++) weights[j] -= learningRate * g.weights[j];
    bias -= learningRate * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => Number(p >= threshold));
}
