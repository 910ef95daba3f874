// Wrong on rare input: fit takes the highest label that occurs for the last class, so classes that never occur at the end are missing from the result.
function stable(logits: number[]): { max: number; parts: number[]; sum: number } {
  const max = Math.max(...logits);
  const parts = logits.map(z => Math.exp(z - max));
  return { max, parts, sum: parts.reduce((a, b) => a + b, 0) };
}

export function logSumExp(logits: number[]): number {
  const s = stable(logits);
  return Math.log(s.sum) + s.max;
}

export function softmax(logits: number[]): number[] {
  const s = stable(logits);
  return s.parts.map(e => e / s.sum);
}

function score(x: number[], weights: number[][], bias: number[]): number[] {
  if (x.length !== weights.length) throw new TypeError('features');
  return bias.map((b, k) => {
    let z = b;
    for (const [j, v] of x.entries()) z += v * weights[j][k];
    return z;
  });
}

function assertMatrix(weights: number[][], bias: number[]): void {
  if (!weights.every(w => w.length === bias.length)) throw new TypeError('classes');
}

function assertLabels(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('labels');
  y.forEach(c => {
    if (!Number.isInteger(c) || c < 0 || c >= K) throw new RangeError(`label ${c}`);
  });
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  assertMatrix(weights, bias);
  return X.map(x => softmax(score(x, weights, bias)));
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  assertMatrix(weights, bias);
  return X.map(x => {
    const z = score(x, weights, bias);
    return z.indexOf(Math.max(...z));
  });
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  assertMatrix(weights, bias);
  assertLabels(X, y, bias.length);
  const data = X.reduce((sum, x, i) => {
    const z = score(x, weights, bias);
    return sum + logSumExp(z) - z[y[i]];
  }, 0);
  const norm = weights.reduce((s, row) => row.reduce((t, w) => t + w * w, s), 0);
  return data / X.length + (l2 * norm) / 2;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  assertMatrix(weights, bias);
  assertLabels(X, y, bias.length);
  const residuals = X.map((x, i) => {
    const p = softmax(score(x, weights, bias));
    p[y[i]]--;
    return p;
  });
  const mean = (f: (i: number) => number) => X.reduce((s, _, i) => s + f(i), 0) / X.length;
  return {
    weights: weights.map((w, j) => w.map((v, k) => mean(i => residuals[i][k] * X[i][j]) + l2 * v)),
    bias: bias.map((_, k) => mean(i => residuals[i][k])),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0) || rate === Infinity) throw new RangeError('learningRate');
  assertLabels(X, y, options.classes);
  const K = Math.max(2, new Set(y).size, ...y.map(c => c + 1));
  const model = {
    weights: X[0].map(() => Array<number>(K).fill(0)),
    bias: Array<number>(K).fill(0),
  };
  const losses = [loss(X, y, model.weights, model.bias, options.l2)];
  for (let s = 0; s < options.steps; s++) {
    const step = gradient(X, y, model.weights, model.bias, options.l2);
    model.weights = model.weights.map((w, j) => w.map((v, k) => v - rate * step.weights[j][k]));
    model.bias = model.bias.map((v, k) => v - rate * step.bias[k]);
    losses.push(loss(X, y, model.weights, model.bias, options.l2));
  }
  return { ...model, losses };
}
