// All numbers are rounded to single precision as they arise.
const f = Math.fround;
const add = (a: number, b: number) => f(a + b);
const row = (values: Iterable<number>) => Float32Array.from(values);
type Row = Float32Array<ArrayBuffer>;

export function logSumExp(z: ArrayLike<number>): number {
  const r = row(Array.from(z));
  const top = Math.max(...r);
  return f(top + f(Math.log(r.reduce((s, value) => add(s, f(Math.exp(f(value - top)))), 0))));
}

export function softmax(z: ArrayLike<number>): Row {
  const r = row(Array.from(z));
  const top = Math.max(...r);
  const e = r.map(value => Math.exp(f(value - top)));
  const sum = e.reduce(add, 0);
  return e.map(value => value / sum);
}

function logits(
  X: ArrayLike<number>[],
  weights: ArrayLike<number>[],
  bias: ArrayLike<number>,
): Row[] {
  for (const w of weights) if (w.length !== bias.length) throw new Error('weights');
  for (const x of X) if (x.length !== weights.length) throw new Error('features');
  return X.map(x =>
    row(
      Array.from(bias, (b, k) => weights.reduce((s, w, j) => add(s, f(f(x[j]) * f(w[k]))), f(b))),
    ),
  );
}

function demand(X: unknown[], y: number[], K: number) {
  if (X.length === 0) throw new Error('rows');
  if (X.length !== y.length) throw new Error('labels');
  for (const label of y)
    if (Math.floor(label) !== label || label < 0 || label >= K) throw new Error('label');
}

export const predictProba = (
  X: number[][],
  weights: ArrayLike<number>[],
  bias: ArrayLike<number>,
) => logits(X, weights, bias).map(z => softmax(z));

export function predict(X: number[][], weights: number[][], bias: number[]) {
  return logits(X, weights, bias).map(z => {
    let best = 0;
    z.forEach((value, k) => {
      if (value > z[best]) best = k;
    });
    return best;
  });
}

export function loss(
  X: number[][],
  y: number[],
  weights: ArrayLike<number>[],
  bias: ArrayLike<number>,
  l2 = 0,
): number {
  demand(X, y, bias.length);
  const nats = logits(X, weights, bias).map((z, i) => logSumExp(z.map(value => value - z[y[i]])));
  const squares = weights.reduce((s, w) => Array.from(w).reduce((t, x) => add(t, f(x * x)), s), 0);
  return f(f(nats.reduce(add, 0) / X.length) + f(f(l2 / 2) * squares));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: ArrayLike<number>[],
  bias: ArrayLike<number>,
  l2 = 0,
): { weights: Row[]; bias: Row } {
  demand(X, y, bias.length);
  const P = predictProba(X, weights, bias);
  P.forEach((p, i) => {
    p[y[i]] = p[y[i]] - 1;
  });
  return {
    weights: weights.map((w, j) =>
      row(
        Array.from(w, (value, k) => {
          const sum = P.reduce((s, p, i) => add(s, f(p[k] * f(X[i][j]))), 0);
          return add(f(sum / X.length), f(l2 * value));
        }),
      ),
    ),
    bias: row(Array.from(bias, (_, k) => P.reduce((s, p) => add(s, p[k]), 0) / X.length)),
  };
}

export function fit(
  X: number[][],
  y: number[],
  {
    classes,
    learningRate,
    steps,
    l2 = 0,
  }: { classes: number; learningRate: number; steps: number; l2?: number },
) {
  if (!(learningRate > 0 && learningRate < Infinity)) throw new Error('rate');
  demand(X, y, classes);
  let weights = X[0].map(() => new Float32Array(classes));
  let bias = new Float32Array(classes);
  const losses = [loss(X, y, weights, bias, l2)];
  for (let t = 0; t < steps; t++) {
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) =>
      w.map((value, k) => value - f(f(learningRate) * g.weights[j][k])),
    );
    bias = bias.map((b, k) => b - f(f(learningRate) * g.bias[k]));
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}
