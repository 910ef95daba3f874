// Right: a model class over one Float64Array with the bias as its last row, loss and slope being found in the same pass.
interface Pass {
  cost: number;
  slope: Float64Array;
}

class SoftmaxModel {
  readonly theta: Float64Array;

  constructor(
    readonly d: number,
    readonly K: number,
  ) {
    this.theta = new Float64Array((d + 1) * K);
  }

  static of(weights: number[][], bias: number[]): SoftmaxModel {
    const model = new SoftmaxModel(weights.length, bias.length);
    weights.forEach((row, j) => {
      if (row.length !== bias.length) throw new TypeError(`weights row ${j}`);
      model.theta.set(row, j * bias.length);
    });
    model.theta.set(bias, weights.length * bias.length);
    return model;
  }

  accept(X: number[][]): this {
    X.forEach((row, i) => {
      if (row.length !== this.d) throw new TypeError(`row ${i} of X`);
    });
    return this;
  }

  acceptLabels(X: number[][], y: number[]): this {
    if (X.length === 0) throw new RangeError('X has no rows');
    if (X.length !== y.length) throw new TypeError('y has another length than X');
    if (!y.every(c => Number.isInteger(c) && c >= 0 && c < this.K)) throw new RangeError('label');
    return this;
  }

  logits(row: number[]): Float64Array {
    const { d, K, theta } = this;
    const z = theta.slice(d * K);
    for (let j = 0, at = 0; j < d; j++)
      for (let k = 0; k < K; k++, at++) z[k] += row[j] * theta[at];
    return z;
  }

  pass(X: number[][], y: number[], l2: number): Pass {
    const { d, K, theta } = this;
    const slope = new Float64Array(theta.length);
    let cost = 0;
    X.forEach((row, i) => {
      const z = this.logits(row);
      const { max, sum, powers } = shifted(z);
      cost += Math.log(sum) + (max - z[y[i]]);
      for (let k = 0; k < K; k++) {
        const error = powers[k] / sum - (k === y[i] ? 1 : 0);
        for (let j = 0; j < d; j++) slope[j * K + k] += error * row[j];
        slope[d * K + k] += error;
      }
    });
    let squares = 0;
    for (let at = 0; at < slope.length; at++) {
      slope[at] /= X.length;
      if (at < d * K) {
        slope[at] += l2 * theta[at];
        squares += theta[at] ** 2;
      }
    }
    return { cost: cost / X.length + 0.5 * l2 * squares, slope };
  }
}

function unpack(flat: Float64Array, d: number, K: number): { weights: number[][]; bias: number[] } {
  const rows = Array.from({ length: d + 1 }, (_, j) =>
    Array.from(flat.subarray(j * K, (j + 1) * K)),
  );
  const bias = rows.pop() as number[];
  return { weights: rows, bias };
}

function shifted(z: ArrayLike<number>): { max: number; sum: number; powers: number[] } {
  const max = Array.from(z).reduce((a, b) => Math.max(a, b));
  const powers = Array.from(z, v => Math.exp(v - max));
  return { max, powers, sum: powers.reduce((a, b) => a + b) };
}

export function logSumExp(logits: number[]): number {
  const { max, sum } = shifted(logits);
  return max + Math.log(sum);
}

export function softmax(logits: number[]): number[] {
  const { powers, sum } = shifted(logits);
  return powers.map(e => e / sum);
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  const model = SoftmaxModel.of(weights, bias).accept(X);
  return X.map(row => softmax(Array.from(model.logits(row))));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  return SoftmaxModel.of(weights, bias).accept(X).acceptLabels(X, y).pass(X, y, l2).cost;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  const model = SoftmaxModel.of(weights, bias).accept(X).acceptLabels(X, y);
  return unpack(model.pass(X, y, l2).slope, model.d, model.K);
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0 && rate < Infinity)) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('X has no rows');
  const model = new SoftmaxModel(X[0].length, options.classes).accept(X).acceptLabels(X, y);
  const l2 = options.l2 ?? 0;
  const losses: number[] = [];
  let now = model.pass(X, y, l2);
  losses.push(now.cost);
  while (losses.length <= options.steps) {
    now.slope.forEach((g, at) => {
      model.theta[at] -= rate * g;
    });
    now = model.pass(X, y, l2);
    losses.push(now.cost);
  }
  return { ...unpack(model.theta, model.d, model.K), losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  const model = SoftmaxModel.of(weights, bias).accept(X);
  return X.map(row => {
    let best = 0;
    model.logits(row).forEach((v, k, z) => {
      if (v > z[best]) best = k;
    });
    return best;
  });
}
