interface Options {
  learningRate: number;
  epochs: number;
  batchSize: number;
  order: number[][];
}

/** The same loop without a tensor, in double precision. */
export function batches(order: number[], batchSize: number): number[][] {
  if (!(batchSize >= 1) || Math.floor(batchSize) !== batchSize) throw new RangeError('batch size');
  const out: number[][] = [];
  order.forEach((row, t) => {
    const k = Math.floor(t / batchSize);
    out[k] = [...(out[k] ?? []), row];
  });
  return out;
}

function refuse(X: number[][], y: number[], d: number): void {
  if (X.length === 0) throw new RangeError('rows');
  for (const row of X) if (row.length !== d) throw new TypeError('columns');
  if (y.length !== X.length) throw new TypeError('labels');
  for (const label of y) if (label !== 0 && label !== 1) throw new RangeError('label');
}

const score = (row: number[], weights: number[], bias: number) =>
  row.reduce((sum, x, j) => sum + x * weights[j], bias);

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  refuse(X, y, weights.length);
  let sum = 0;
  X.forEach((row, i) => {
    const margin = (2 * y[i] - 1) * score(row, weights, bias);
    sum += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
  });
  return sum / X.length;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number) {
  refuse(X, y, weights.length);
  const errors = X.map((row, i) => 1 / (1 + Math.exp(-score(row, weights, bias))) - y[i]);
  return {
    weights: weights.map((_, j) => errors.reduce((s, e, i) => s + e * X[i][j], 0) / X.length),
    bias: errors.reduce((s, e) => s + e, 0) / X.length,
  };
}

export function train(X: number[][], y: number[], o: Options) {
  refuse(X, y, X.length > 0 ? X[0].length : 0);
  if (o.order.length !== o.epochs) throw new RangeError('epochs');
  o.order.forEach(list => {
    if (list.length !== X.length || new Set(list).size !== X.length) throw new RangeError('order');
    if (!list.every(i => i in X)) throw new RangeError('order');
  });
  batches([0], o.batchSize);
  const weights = X[0].map(() => 0);
  let bias = 0;
  const losses: number[] = [];
  o.order.forEach(list => {
    for (const rows of batches(list, o.batchSize)) {
      const part = rows.map(i => X[i]);
      const labels = rows.map(i => y[i]);
      losses.push(loss(part, labels, weights, bias));
      const slope = gradient(part, labels, weights, bias);
      slope.weights.forEach((g, j) => {
        weights[j] -= o.learningRate * g;
      });
      bias -= o.learningRate * slope.bias;
    }
  });
  return { weights, bias, losses };
}
