// Wrong: gradient uses y - p (uphill on the likelihood) and fit adds it, so fit is right but gradient has the wrong sign.
type P = { weights: number[]; bias: number };

export function sigmoid(z: number): number {
  return z > 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z));
}

function eta(x: number[], p: P): number {
  if (x.length !== p.weights.length) throw new TypeError('x');
  return p.weights.reduce((s, w, j) => s + w * x[j], p.bias);
}

function observed(X: number[][], y: number[]): void {
  if (X.length < 1) throw new RangeError('n');
  if (X.length !== y.length) throw new TypeError('y');
  if (!y.every(v => v === 0 || v === 1)) throw new RangeError('y');
}

function logLik(X: number[][], y: number[], p: P): number {
  return X.reduce((s, x, i) => {
    const e = eta(x, p);
    return s + y[i] * e - (Math.max(e, 0) + Math.log1p(Math.exp(-Math.abs(e))));
  }, 0);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => sigmoid(eta(x, { weights, bias })));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  observed(X, y);
  return (
    -logLik(X, y, { weights, bias }) / X.length + (l2 / 2) * weights.reduce((s, w) => s + w * w, 0)
  );
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): P {
  observed(X, y);
  const r = predictProba(X, weights, bias).map((p, i) => y[i] - p);
  return {
    weights: weights.map((w, j) => r.reduce((s, ri, i) => s + ri * X[i][j], 0) / r.length - l2 * w),
    bias: r.reduce((s, ri) => s + ri, 0) / r.length,
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('rate');
  observed(X, y);
  let p: P = { weights: options.weights?.slice() ?? X[0].map(() => 0), bias: options.bias ?? 0 };
  const losses = [loss(X, y, p.weights, p.bias, l2)];
  for (let t = 0; t < steps; t++) {
    const up = gradient(X, y, p.weights, p.bias, l2);
    p = {
      weights: p.weights.map((w, j) => w + learningRate * up.weights[j]),
      bias: p.bias + learningRate * up.bias,
    };
    losses.push(loss(X, y, p.weights, p.bias, l2));
  }
  return { ...p, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
