// Wrong twice: the penalty is divided by n, and the loss at the start is not recorded.
interface Model {
  weights: number[];
  bias: number;
}

class Objective {
  X: number[][];
  y: number[];
  strength: number;

  constructor(X: number[][], y: number[], l2: number) {
    if (X.length === 0) throw new RangeError('Objective: X');
    if (X.length !== y.length) throw new TypeError('Objective: y');
    for (const t of y) if (t !== 0 && t !== 1) throw new RangeError('Objective: label');
    this.X = X;
    this.y = y;
    this.strength = l2 / X.length;
  }

  value(m: Model): number {
    let sum = 0;
    this.X.forEach((x, i) => {
      const z = raw(x, m);
      sum += Math.max(z, 0) - this.y[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
    });
    return sum / this.X.length + (this.strength / 2) * m.weights.reduce((s, w) => s + w * w, 0);
  }

  slope(m: Model): Model {
    const e = this.X.map((x, i) => (sigmoid(raw(x, m)) - this.y[i]) / this.X.length);
    return {
      weights: m.weights.map(
        (w, j) => this.strength * w + e.reduce((s, ei, i) => s + ei * this.X[i][j], 0),
      ),
      bias: e.reduce((s, ei) => s + ei, 0),
    };
  }
}

function raw(x: number[], m: Model): number {
  if (x.length !== m.weights.length) throw new TypeError('row against weights');
  return x.reduce((s, v, j) => s + v * m.weights[j], m.bias);
}

export function sigmoid(z: number): number {
  return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(x => sigmoid(raw(x, { weights, bias })));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  return new Objective(X, y, l2).value({ weights, bias });
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): Model {
  return new Objective(X, y, l2).slope({ weights, bias });
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number } & Partial<Model> & { l2?: number },
) {
  const { learningRate, steps } = options;
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  const objective = new Objective(X, y, options.l2 ?? 0);
  let m: Model = {
    weights: options.weights ? options.weights.slice() : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  X.forEach(x => {
    raw(x, m);
  });
  const losses: number[] = [];
  for (let s = 0; s < steps; s++) {
    const g = objective.slope(m);
    m = {
      weights: m.weights.map((w, j) => w - learningRate * g.weights[j]),
      bias: m.bias - learningRate * g.bias,
    };
    losses.push(objective.value(m));
  }
  return { ...m, losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
