// Written by someone from the SVM world: labels become -1 and +1 and everything follows from the margin s*z.
export function sigmoid(z: number): number {
  return Math.exp(-logOnePlusExp(-z));
}

/** ln(1 + e^a) without overflow */
function logOnePlusExp(a: number): number {
  return Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
}

function toSign(label: number): 1 | -1 {
  switch (label) {
    case 0:
      return -1;
    case 1:
      return 1;
    default:
      throw new RangeError(`unknown label ${label}`);
  }
}

function margins(X: number[][], y: number[], w: number[], b: number): { s: number; m: number }[] {
  if (X.length === 0) throw new RangeError('no rows given');
  if (X.length !== y.length) throw new TypeError('X and y differ in length');
  const z = rawScores(X, w, b);
  return z.map((zi, i) => {
    const s = toSign(y[i]);
    return { s, m: s * zi };
  });
}

function rawScores(X: number[][], w: number[], b: number): number[] {
  return X.map(row => {
    if (row.length !== w.length) throw new TypeError('row width and number of weights differ');
    let acc = b;
    for (let j = w.length; j-- > 0; ) acc += w[j] * row[j];
    return acc;
  });
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return rawScores(X, weights, bias).map(z => sigmoid(z));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): number {
  const ms = margins(X, y, weights, bias);
  const data = ms.reduce((t, { m }) => t + logOnePlusExp(-m), 0) / ms.length;
  if (!l2) return data;
  return data + 0.5 * l2 * weights.reduce((t, v) => t + v * v, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): { weights: number[]; bias: number } {
  const pull = margins(X, y, weights, bias).map(({ s, m }) => -s * sigmoid(-m));
  const n = pull.length;
  const gw = weights.map((v, j) => {
    let acc = 0;
    for (let i = n; i-- > 0; ) acc += pull[i] * X[i][j];
    return acc / n + (l2 ?? 0) * v;
  });
  return { weights: gw, bias: pull.reduceRight((t, v) => t + v, 0) / n };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  if (options.learningRate <= 0 || !Number.isFinite(options.learningRate)) {
    throw new RangeError('learningRate');
  }
  if (X.length === 0) throw new RangeError('no rows given');
  const now = {
    weights: options.weights === undefined ? X[0].map(() => 0) : options.weights.map(v => v),
    bias: options.bias === undefined ? 0 : options.bias,
  };
  const losses = [loss(X, y, now.weights, now.bias, options.l2)];
  let left = options.steps;
  while (left > 0) {
    left -= 1;
    const g = gradient(X, y, now.weights, now.bias, options.l2);
    now.bias -= options.learningRate * g.bias;
    now.weights.forEach((_, j) => {
      now.weights[j] -= options.learningRate * g.weights[j];
    });
    losses.push(loss(X, y, now.weights, now.bias, options.l2));
  }
  return { ...now, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold?: number,
): number[] {
  const t = threshold === undefined ? 0.5 : threshold;
  return rawScores(X, weights, bias).map(z => {
    // exp(-ln 2) is not surely 1/2, so a score of exactly 0 is decided by hand
    const p = z === 0 ? 0.5 : sigmoid(z);
    return p >= t ? 1 : 0;
  });
}
