// Wrong: the weights are updated first and the bias slope is then taken at the new weights, not together.
export const sigmoid = (z: number): number => {
  if (z < -36) return Math.exp(z);
  return 1 / (1 + Math.exp(-z));
};

const fail = (E: new (m: string) => Error, m: string): never => {
  throw new E(m);
};

const zs = (X: number[][], w: number[], b: number): number[] => {
  const out: number[] = [];
  for (const x of X) {
    if (x.length !== w.length) fail(TypeError, 'x and w');
    let z = 0;
    for (let j = 0; j < w.length; j++) z += x[j] * w[j];
    out.push(z + b);
  }
  return out;
};

const data = (X: number[][], y: number[]): void => {
  if (X.length === 0) fail(RangeError, 'X empty');
  if (y.length !== X.length) fail(TypeError, 'X and y');
  y.forEach(t => {
    if (t !== 0 && t !== 1) fail(RangeError, 'y value');
  });
};

export const predictProba = (X: number[][], weights: number[], bias: number) =>
  zs(X, weights, bias).map(z => sigmoid(z));

export const loss = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): number => {
  data(X, y);
  const ce = zs(X, weights, bias).reduce(
    (s, z, i) => s + Math.log1p(Math.exp(-Math.abs(z))) + Math.max(y[i] ? -z : z, 0),
    0,
  );
  return ce / X.length + weights.reduce((s, w) => s + (l2 / 2) * w * w, 0);
};

const weightSlope = (X: number[][], y: number[], w: number[], b: number, l2: number): number[] => {
  const p = predictProba(X, w, b);
  return w.map((wj, j) => l2 * wj + X.reduce((s, x, i) => s + (p[i] - y[i]) * x[j], 0) / X.length);
};

const biasSlope = (X: number[][], y: number[], w: number[], b: number): number =>
  predictProba(X, w, b).reduce((s, p, i) => s + (p - y[i]), 0) / X.length;

export const gradient = (X: number[][], y: number[], weights: number[], bias: number, l2 = 0) => {
  data(X, y);
  return { weights: weightSlope(X, y, weights, bias, l2), bias: biasSlope(X, y, weights, bias) };
};

export const fit = (
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) => {
  const { learningRate: lr, l2 = 0 } = options;
  if (!(lr > 0) || !Number.isFinite(lr)) fail(RangeError, 'lr');
  data(X, y);
  let w = options.weights?.slice() ?? X[0].map(() => 0);
  let b = options.bias ?? 0;
  const losses = [loss(X, y, w, b, l2)];
  for (let k = 0; k < options.steps; k++) {
    const gw = weightSlope(X, y, w, b, l2);
    w = w.map((v, j) => v - lr * gw[j]);
    b -= lr * biasSlope(X, y, w, b);
    losses.push(loss(X, y, w, b, l2));
  }
  return { weights: w, bias: b, losses };
};

export const predict = (X: number[][], weights: number[], bias: number, threshold = 0.5) =>
  predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
