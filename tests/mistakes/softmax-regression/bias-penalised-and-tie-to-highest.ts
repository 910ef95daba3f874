// Wrong, twice: the penalty takes in the bias, in loss and gradient, and a tie of logits goes to the highest label.
interface Model {
  weights: number[][];
  bias: number[];
}

function zs(x: number[], m: Model): number[] {
  return m.bias.map((b, k) => x.reduce((s, v, j) => s + v * m.weights[j][k], b));
}

function vet(X: number[][], m: Model, y?: number[]): void {
  const K = m.bias.length;
  if (m.weights.some(w => w.length !== K)) throw new TypeError('weights');
  if (X.some(x => x.length !== m.weights.length)) throw new TypeError('X');
  if (y === undefined) return;
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => !Number.isInteger(c) || c < 0 || c > K - 1)) throw new RangeError('label');
}

export function logSumExp(logits: number[]): number {
  const m = Math.max(...logits);
  return m + Math.log(logits.reduce((s, z) => s + Math.exp(z - m), 0));
}

export function softmax(logits: number[]): number[] {
  const m = Math.max(...logits);
  const e = logits.map(z => Math.exp(z - m));
  const s = e.reduce((a, b) => a + b, 0);
  return e.map(v => v / s);
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  vet(X, { weights, bias });
  return X.map(x => softmax(zs(x, { weights, bias })));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  const m = { weights, bias };
  vet(X, m, y);
  let J = 0;
  X.forEach((x, i) => {
    const z = zs(x, m);
    J += logSumExp(z) - z[y[i]];
  });
  const all = [...weights.flat(), ...bias];
  return J / X.length + (l2 / 2) * all.reduce((s, w) => s + w * w, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  const m = { weights, bias };
  vet(X, m, y);
  const E = X.map((x, i) => softmax(zs(x, m)).map((p, k) => (p - Number(k === y[i])) / X.length));
  return {
    weights: weights.map((w, j) =>
      w.map((v, k) => E.reduce((s, e, i) => s + e[k] * X[i][j], l2 * v)),
    ),
    bias: bias.map((v, k) => E.reduce((s, e) => s + e[k], l2 * v)),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const { classes, learningRate: rate, steps, l2 = 0 } = options;
  if (X.length === 0) throw new RangeError('no rows');
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('rate');
  let m: Model = { weights: X[0].map(() => Array(classes).fill(0)), bias: Array(classes).fill(0) };
  const losses = [loss(X, y, m.weights, m.bias, l2)];
  for (let t = 1; t <= steps; t++) {
    const g = gradient(X, y, m.weights, m.bias, l2);
    m = {
      weights: m.weights.map((w, j) => w.map((v, k) => v - rate * g.weights[j][k])),
      bias: m.bias.map((v, k) => v - rate * g.bias[k]),
    };
    losses.push(loss(X, y, m.weights, m.bias, l2));
  }
  return { ...m, losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  vet(X, { weights, bias });
  return X.map(x => {
    let label = 0;
    let high = -Infinity;
    zs(x, { weights, bias }).forEach((z, k) => {
      if (z >= high) {
        high = z;
        label = k;
      }
    });
    return label;
  });
}
