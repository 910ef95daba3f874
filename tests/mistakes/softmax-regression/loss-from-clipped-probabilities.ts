// Wrong: the loss is -ln of a probability clipped at 1e-15, which costs 34.5 at most.
const CLIP = 1e-15;

export function logSumExp(logits: number[]): number {
  const shift = logits.reduce((a, b) => (a > b ? a : b));
  let acc = 0;
  logits.forEach(z => {
    acc += Math.exp(z - shift);
  });
  return shift + Math.log(acc);
}

export function softmax(logits: number[]): number[] {
  const shift = logits.reduce((a, b) => (a > b ? a : b));
  const powers = logits.map(z => Math.exp(z - shift));
  const acc = powers.reduce((a, b) => a + b);
  return powers.map(e => e / acc);
}

class Linear {
  constructor(
    private readonly W: number[][],
    private readonly b: number[],
  ) {
    if (W.some(row => row.length !== b.length)) throw new TypeError('weights against bias');
  }

  logits(x: number[]): number[] {
    if (x.length !== this.W.length) throw new TypeError('row against weights');
    return this.b.map((start, k) => this.W.reduce((s, row, j) => s + row[k] * x[j], start));
  }

  penalty(): number {
    return this.W.reduce((s, row) => s + row.reduce((t, w) => t + w * w, 0), 0) / 2;
  }
}

function supervise(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels against rows');
  if (y.some(c => c < 0 || c >= K || !Number.isInteger(c))) throw new RangeError('label');
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  const net = new Linear(weights, bias);
  return X.map(x => softmax(net.logits(x)));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  supervise(X, y, bias.length);
  const P = predictProba(X, weights, bias);
  const costs = P.map((p, i) => -Math.log(Math.max(p[y[i]], CLIP)));
  return costs.reduce((a, b) => a + b, 0) / X.length + l2 * new Linear(weights, bias).penalty();
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  supervise(X, y, bias.length);
  const E = predictProba(X, weights, bias);
  E.forEach((p, i) => {
    p[y[i]] -= 1;
  });
  const average = (k: number, j?: number): number =>
    E.reduce((s, e, i) => s + e[k] * (j === undefined ? 1 : X[i][j]), 0) / E.length;
  return {
    weights: weights.map((row, j) => row.map((w, k) => average(k, j) + l2 * w)),
    bias: bias.map((_, k) => average(k)),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  if (X.length === 0) throw new RangeError('no rows');
  const { learningRate, steps, l2 } = options;
  if (!Number.isFinite(learningRate) || !(learningRate > 0)) throw new RangeError('learningRate');
  const weights = X[0].map(() => new Array<number>(options.classes).fill(0));
  const bias = new Array<number>(options.classes).fill(0);
  const losses = [loss(X, y, weights, bias, l2)];
  for (let step = 0; step < steps; step++) {
    const { weights: gw, bias: gb } = gradient(X, y, weights, bias, l2);
    weights.forEach((row, j) => row.forEach((_, k) => (row[k] -= learningRate * gw[j][k])));
    gb.forEach((g, k) => (bias[k] -= learningRate * g));
    losses.push(loss(X, y, weights, bias, l2));
  }
  return { weights, bias, losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  const net = new Linear(weights, bias);
  return X.map(x => {
    const z = net.logits(x);
    let k = 0;
    for (let c = 1; c < z.length; c++) if (z[c] > z[k]) k = c;
    return k;
  });
}
