// Wrong: the gradient adds 2 l2 w, as if the penalty of the loss had no factor of one half.
function combine(x: number[], weights: number[][], bias: number[]): number[] {
  const z = Float64Array.from(bias);
  for (let j = 0; j < weights.length; j++) {
    for (let k = 0; k < bias.length; k++) z[k] += x[j] * weights[j][k];
  }
  return Array.from(z);
}

function audit(X: number[][], weights: number[][], bias: number[], y: number[] | null): void {
  const wrongRow =
    weights.find(w => w.length !== bias.length) ?? X.find(x => x.length !== weights.length);
  if (wrongRow) throw new TypeError(`a row of ${wrongRow.length} entries`);
  if (y === null) return;
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels');
  for (let i = 0; i < y.length; i++) {
    if (!Number.isInteger(y[i]) || y[i] < 0 || y[i] >= bias.length) throw new RangeError('label');
  }
}

export function logSumExp(logits: number[]): number {
  const a = Math.max(...logits);
  let t = 0;
  for (let k = 0; k < logits.length; k++) t += Math.exp(logits[k] - a);
  return a + Math.log(t);
}

export function softmax(logits: number[]): number[] {
  const a = Math.max(...logits);
  let t = 0;
  for (let k = 0; k < logits.length; k++) t += Math.exp(logits[k] - a);
  return logits.map(z => Math.exp(z - a) / t);
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  audit(X, weights, bias, null);
  return X.map(x => softmax(combine(x, weights, bias)));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  audit(X, weights, bias, y);
  let J = 0;
  for (let i = 0; i < X.length; i++) {
    const z = combine(X[i], weights, bias);
    J += (logSumExp(z) - z[y[i]]) / X.length;
  }
  for (const w of weights.flat()) J += 0.5 * l2 * w * w;
  return J;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  audit(X, weights, bias, y);
  const gw = weights.map(row => row.map(w => 2 * l2 * w));
  const gb = bias.map(() => 0);
  X.forEach((x, i) => {
    softmax(combine(x, weights, bias)).forEach((p, k) => {
      const share = (p - (k === y[i] ? 1 : 0)) / X.length;
      gb[k] += share;
      for (let j = 0; j < x.length; j++) gw[j][k] += share * x[j];
    });
  });
  return { weights: gw, bias: gb };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const { classes, learningRate, l2 = 0 } = options;
  if (X.length === 0) throw new RangeError('no rows');
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  const d = X[0].length;
  const weights = Array.from({ length: d }, () => Array.from({ length: classes }, () => 0));
  const bias = Array.from({ length: classes }, () => 0);
  const losses = [loss(X, y, weights, bias, l2)];
  let left = options.steps;
  while (left-- > 0) {
    const g = gradient(X, y, weights, bias, l2);
    for (let k = 0; k < classes; k++) {
      for (let j = 0; j < d; j++) weights[j][k] -= learningRate * g.weights[j][k];
      bias[k] -= learningRate * g.bias[k];
    }
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  audit(X, weights, bias, null);
  return X.map(x => {
    const z = combine(x, weights, bias);
    return z.indexOf(Math.max(...z));
  });
}
