/** The whole run as one flat list of updates over flat typed arrays, the losses noted at the marks. */
interface Setup {
  learningRate: number;
  batchSize: number;
  order: number[][];
  weights?: number[];
  bias?: number;
}

const refuse = (reason: string): never => {
  throw new RangeError(reason);
};

export function batches(order: number[], batchSize: number): number[][] {
  if (!(batchSize >= 1) || !Number.isInteger(batchSize)) refuse('batchSize must be 1, 2, 3 …');
  const queue = order.slice();
  const out: number[][] = [];
  while (queue.length) out.push(queue.splice(0, batchSize));
  return out;
}

/** Adds the slope over rows `from` … `to` of a flat table [rows][d + 1], last column 1, to `into` [d + 1]. */
function accumulate(
  table: Float64Array,
  targets: Float64Array,
  rows: number[],
  theta: Float64Array,
  into: Float64Array,
): void {
  const width = theta.length;
  for (const i of rows) {
    let error = -targets[i];
    for (let j = 0; j < width; j++) error += table[i * width + j] * theta[j];
    for (let j = 0; j < width; j++) into[j] += error * table[i * width + j];
  }
  for (let j = 0; j < width; j++) into[j] *= 2 / rows.length;
}

function flatten(X: number[][], d: number, only?: number[]): Float64Array {
  const table = new Float64Array(X.length * (d + 1)).fill(1);
  (only ?? [...X.keys()]).forEach(i => {
    if (X[i].length !== d) refuse(`row ${i} has ${X[i].length} features`);
    table.set(X[i], i * (d + 1));
  });
  return table;
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  if (X.length !== y.length) refuse('one target for each row');
  if (batch.length === 0) refuse('the mean of nothing');
  if (Math.min(...batch) < 0 || Math.max(...batch) >= X.length) refuse('row outside');
  const into = new Float64Array(weights.length + 1);
  const table = flatten(X, weights.length, batch);
  accumulate(table, Float64Array.from(y), batch, Float64Array.of(...weights, bias), into);
  return { weights: [...into.subarray(0, -1)], bias: into[weights.length] };
}

export function sgd(X: number[][], y: number[], setup: Setup) {
  const { learningRate, batchSize, order } = setup;
  const n = X.length;
  if (n === 0) refuse('no rows');
  if (n !== y.length) refuse('one target for each row');
  if (!(learningRate > 0) || 1 / learningRate === 0) refuse('learning rate');
  batches([], batchSize);
  for (const visit of order) {
    const seen = new Uint8Array(n);
    for (const i of visit) {
      if (i >= n || i < 0 || seen[i]) refuse('no permutation');
      seen[i] = 1;
    }
    if (visit.length < n) refuse('too short');
  }
  const d = setup.weights ? setup.weights.length : X[0].length;
  const table = flatten(X, d);
  const targets = Float64Array.from(y);
  const theta = new Float64Array(d + 1);
  if (setup.weights) theta.set(setup.weights);
  theta[d] = setup.bias ?? 0;

  const schedule = order.flatMap(visit => {
    const cut = batches(visit, batchSize);
    return cut.map((batch, k) => ({ batch, last: k === cut.length - 1 }));
  });
  const epochLosses: number[] = [];
  const slope = new Float64Array(d + 1);
  for (const { batch, last } of schedule) {
    slope.fill(0);
    accumulate(table, targets, batch, theta, slope);
    slope.forEach((s, j) => {
      theta[j] -= learningRate * s;
    });
    if (!last) continue;
    const squares = targets.map((target, i) => {
      let prediction = 0;
      for (let j = 0; j <= d; j++) prediction += theta[j] * table[i * (d + 1) + j];
      return (target - prediction) ** 2;
    });
    epochLosses.push(squares.reduce((a, b) => a + b) / n);
  }
  return { weights: Array.from(theta.subarray(0, d)), bias: theta[d], epochLosses };
}
