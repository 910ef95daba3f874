// Wrong: only the first row is compared with the weights, a later row of another width slips through.
interface Theta {
  weights: number[];
  bias: number;
}

function firstWidth(X: number[][], d: number): void {
  if (X.length > 0 && X[0].length !== d)
    throw new TypeError(`X is ${X[0].length} wide, weights are ${d}`);
}

function labelled(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('X is empty');
  if (y.length !== X.length) throw new TypeError('y is too short or too long');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('y must be binary');
}

const score = (x: number[], { weights, bias }: Theta): number => {
  let z = bias;
  for (let j = 0; j < weights.length; j++) z += (x[j] ?? 0) * weights[j];
  return z;
};

export function sigmoid(z: number): number {
  const u = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + u) : u / (1 + u);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  firstWidth(X, weights.length);
  return X.map(x => sigmoid(score(x, { weights, bias })));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  labelled(X, y);
  firstWidth(X, weights.length);
  let sum = 0;
  for (let i = 0; i < X.length; i++) {
    const z = score(X[i], { weights, bias });
    sum += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum / X.length + 0.5 * l2 * weights.reduce((s, w) => s + w * w, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): Theta {
  labelled(X, y);
  firstWidth(X, weights.length);
  const acc: Theta = { weights: weights.map(() => 0), bias: 0 };
  for (let i = 0; i < X.length; i++) {
    const e = sigmoid(score(X[i], { weights, bias })) - y[i];
    acc.bias += e;
    for (let j = 0; j < weights.length; j++) acc.weights[j] += e * (X[i][j] ?? 0);
  }
  return {
    weights: acc.weights.map((g, j) => g / X.length + l2 * weights[j]),
    bias: acc.bias / X.length,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0 } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  labelled(X, y);
  let theta: Theta = {
    weights: options.weights ? [...options.weights] : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  const J = (t: Theta) => loss(X, y, t.weights, t.bias, l2);
  const losses = [J(theta)];
  for (let s = 0; s < steps; s++) {
    const g = gradient(X, y, theta.weights, theta.bias, l2);
    theta = {
      weights: theta.weights.map((w, j) => w - learningRate * g.weights[j]),
      bias: theta.bias - learningRate * g.bias,
    };
    losses.push(J(theta));
  }
  return { ...theta, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
