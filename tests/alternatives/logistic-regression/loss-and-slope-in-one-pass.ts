// One pass over rows grouped by label gives loss and slope; fit keeps every visit and reads the losses off at the end.
type Options = {
  learningRate: number;
  steps: number;
  l2?: number;
  weights?: number[];
  bias?: number;
};
type Evaluation = { loss: number; weights: number[]; bias: number };
type Groups = Map<number, number[][]>;

export function sigmoid(z: number): number {
  return z > 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z));
}

function dotPlus(row: number[], weights: number[], bias: number): number {
  if (row.length !== weights.length) {
    throw new TypeError(`a row of ${row.length} does not go with ${weights.length} weights`);
  }
  let z = bias;
  for (const [j, w] of weights.entries()) z += row[j] * w;
  return z;
}

function group(X: number[][], y: number[]): Groups {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (y.length !== X.length) throw new TypeError(`${y.length} labels, ${X.length} rows`);
  const groups: Groups = new Map([
    [0, []],
    [1, []],
  ]);
  X.forEach((row, i) => {
    const members = groups.get(y[i]);
    if (!members) throw new RangeError(`label ${y[i]} is neither 0 nor 1`);
    members.push(row);
  });
  return groups;
}

function evaluate(
  groups: Groups,
  n: number,
  weights: number[],
  bias: number,
  l2: number,
): Evaluation {
  let entropy = 0;
  let slopeBias = 0;
  const slope = Array.from(weights, () => 0);
  for (const [label, rows] of groups) {
    for (const row of rows) {
      const z = dotPlus(row, weights, bias);
      const e = Math.exp(-Math.abs(z));
      const p = z >= 0 ? 1 / (1 + e) : e / (1 + e);
      const excess = Math.max(label === 1 ? -z : z, 0);
      entropy += excess + Math.log1p(e);
      slopeBias += p - label;
      for (let j = 0; j < row.length; j++) slope[j] += (p - label) * row[j];
    }
  }
  const out: Evaluation = { loss: entropy / n, weights: [], bias: slopeBias / n };
  weights.forEach((w, j) => {
    out.loss += (l2 * w * w) / 2;
    out.weights.push(slope[j] / n + l2 * w);
  });
  return out;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return X.map(row => sigmoid(dotPlus(row, weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  return evaluate(group(X, y), X.length, weights, bias, l2).loss;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): { weights: number[]; bias: number } {
  const { weights: slope, bias: slopeBias } = evaluate(group(X, y), X.length, weights, bias, l2);
  return { weights: slope, bias: slopeBias };
}

export function fit(
  X: number[][],
  y: number[],
  options: Options,
): { weights: number[]; bias: number; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError(`learning rate ${rate}`);
  const groups = group(X, y);
  const l2 = options.l2 ?? 0;
  const path: { weights: number[]; bias: number; at: Evaluation }[] = [];
  const visit = (weights: number[], bias: number) =>
    path.push({ weights, bias, at: evaluate(groups, X.length, weights, bias, l2) });
  visit(options.weights ? [...options.weights] : X[0].map(() => 0), options.bias ?? 0);
  for (let k = 0; k < options.steps; k++) {
    const { weights, bias, at } = path[k];
    visit(
      weights.map((w, j) => w - rate * at.weights[j]),
      bias - rate * at.bias,
    );
  }
  const end = path[path.length - 1];
  return { weights: end.weights, bias: end.bias, losses: path.map(step => step.at.loss) };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return X.map(row => {
    const z = dotPlus(row, weights, bias);
    return sigmoid(z) >= threshold ? 1 : 0;
  });
}
