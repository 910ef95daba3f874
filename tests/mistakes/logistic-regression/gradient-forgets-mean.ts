// Wrong: the loss is a mean but the slope of the data term is left as a sum over rows.
const dot = (u: number[], v: number[]) => {
  if (u.length !== v.length) throw new TypeError(`lengths ${u.length} and ${v.length}`);
  let s = 0;
  for (let k = 0; k < u.length; k += 1) s += u[k] * v[k];
  return s;
};
const checked = (X: number[][], y: number[]) => {
  if (X.length < 1) throw new RangeError('at least one row');
  if (y.length !== X.length) throw new TypeError('one label per row');
  y.forEach(t => {
    if (t !== 0 && t !== 1) throw new RangeError(`label ${t}`);
  });
  return X.map((x, i) => ({ x, t: y[i] }));
};

export const sigmoid = (z: number): number => (z < 0 ? 1 - sigmoid(-z) : 1 / (1 + Math.exp(-z)));

export const predictProba = (X: number[][], weights: number[], bias: number): number[] =>
  X.map(x => sigmoid(dot(x, weights) + bias));

export const loss = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): number => {
  let acc = 0;
  for (const { x, t } of checked(X, y)) {
    const s = (t ? -1 : 1) * (dot(x, weights) + bias);
    acc += s > 0 ? s + Math.log1p(Math.exp(-s)) : Math.log1p(Math.exp(s));
  }
  return acc / X.length + 0.5 * l2 * dot(weights, weights);
};

export const gradient = (X: number[][], y: number[], weights: number[], bias: number, l2 = 0) => {
  const pairs = checked(X, y);
  const err = pairs.map(({ x, t }) => sigmoid(dot(x, weights) + bias) - t);
  return {
    weights: weights.map(
      (w, j) =>
        dot(
          err,
          X.map(x => x[j]),
        ) +
        l2 * w,
    ),
    bias: err.reduce((a, b) => a + b, 0),
  };
};

export const fit = (
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) => {
  const { learningRate: a, steps, l2 = 0, bias: b0 = 0 } = options;
  if (!(a > 0 && a < Infinity)) throw new RangeError('learning rate');
  checked(X, y);
  let weights = (options.weights ?? new Array(X[0].length).fill(0)).map((v: number) => v);
  let bias = b0;
  const losses: number[] = [];
  losses.push(loss(X, y, weights, bias, l2));
  for (let s = steps; s > 0; s--) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w: number, j: number) => w - a * g.weights[j]);
    bias = bias - a * g.bias;
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
};

export const predict = (
  X: number[][],
  weights: number[],
  bias: number,
  threshold = 0.5,
): number[] => predictProba(X, weights, bias).map(p => (p < threshold ? 0 : 1));
