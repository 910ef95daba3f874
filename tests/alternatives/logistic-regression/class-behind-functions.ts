// Written by an object-oriented programmer: a Dataset and an immutable Model do the work, the exports only delegate.
class Dataset {
  readonly rows: number[][];
  readonly labels: number[];

  constructor(rows: number[][], labels: number[]) {
    if (!rows.length) throw new RangeError('Dataset: needs at least one row');
    if (rows.length !== labels.length)
      throw new TypeError('Dataset: labels do not line up with rows');
    const first = rows[0].length;
    if (rows.some(r => r.length !== first)) throw new TypeError('Dataset: ragged rows');
    if (labels.some(l => !(l === 0 || l === 1)))
      throw new RangeError('Dataset: labels must be binary');
    this.rows = rows;
    this.labels = labels;
  }

  get size(): number {
    return this.rows.length;
  }

  get width(): number {
    return this.rows[0].length;
  }
}

class Model {
  readonly w: number[];
  readonly b: number;

  constructor(w: number[], b: number) {
    this.w = w.slice();
    this.b = b;
  }

  static zero(width: number, b: number): Model {
    return new Model(new Array<number>(width).fill(0), b);
  }

  static squash(z: number): number {
    return z < 0 ? 1 - 1 / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
  }

  score(x: number[]): number {
    if (x.length !== this.w.length) throw new TypeError('Model: row does not fit the weights');
    let s = 0;
    x.forEach((v, j) => {
      s += v * this.w[j];
    });
    return s + this.b;
  }

  probability(x: number[]): number {
    return Model.squash(this.score(x));
  }

  surprise(x: number[], label: number): number {
    const z = this.score(x);
    const wrongness = label ? -z : z;
    const tail = Math.log1p(Math.exp(-Math.abs(wrongness)));
    return wrongness > 0 ? wrongness + tail : tail;
  }

  objective(data: Dataset, l2: number): number {
    let total = 0;
    data.rows.forEach((x, i) => {
      total += this.surprise(x, data.labels[i]);
    });
    const norm2 = this.w.reduce((acc, v) => acc + v ** 2, 0);
    return total / data.size + (l2 * norm2) / 2;
  }

  slope(data: Dataset, l2: number): Model {
    const g = new Array<number>(this.w.length).fill(0);
    let gb = 0;
    data.rows.forEach((x, i) => {
      const miss = this.probability(x) - data.labels[i];
      gb += miss;
      x.forEach((v, j) => {
        g[j] += miss * v;
      });
    });
    return new Model(
      g.map((v, j) => v / data.size + l2 * this.w[j]),
      gb / data.size,
    );
  }

  minus(rate: number, g: Model): Model {
    return new Model(
      this.w.map((v, j) => v - rate * g.w[j]),
      this.b - rate * g.b,
    );
  }
}

export function sigmoid(z: number): number {
  return Model.squash(z);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  const model = new Model(weights, bias);
  return X.map(x => model.probability(x));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): number {
  return new Model(weights, bias).objective(new Dataset(X, y), l2 ?? 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): { weights: number[]; bias: number } {
  const g = new Model(weights, bias).slope(new Dataset(X, y), l2 ?? 0);
  return { weights: g.w, bias: g.b };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0 && rate < Infinity))
    throw new RangeError('learningRate must be positive and finite');
  const data = new Dataset(X, y);
  const l2 = options.l2 ?? 0;
  const startBias = options.bias ?? 0;
  let model = options.weights
    ? new Model(options.weights, startBias)
    : Model.zero(data.width, startBias);
  const losses = [model.objective(data, l2)];
  while (losses.length <= options.steps) {
    model = model.minus(rate, model.slope(data, l2));
    losses.push(model.objective(data, l2));
  }
  return { weights: model.w, bias: model.b, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold?: number,
): number[] {
  const cut = threshold ?? 0.5;
  const model = new Model(weights, bias);
  return X.map(x => (model.probability(x) < cut ? 0 : 1));
}
