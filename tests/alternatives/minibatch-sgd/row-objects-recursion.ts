/** Batches are lists of row objects; an epoch is a fold, a run is a recursion over epochs. */
type Row = { features: number[]; target: number };
type Point = { weights: number[]; bias: number };

const sum = (values: number[]): number => {
  if (values.length < 3) return (values[0] ?? 0) + (values[1] ?? 0);
  const half = values.length >> 1;
  return sum(values.slice(0, half)) + sum(values.slice(half));
};
const mean = (values: number[]) => sum(values) / values.length;
const miss = (at: Point) => (row: Row) =>
  at.bias + sum(row.features.map((x, j) => x * at.weights[j])) - row.target;

const split = <T>(list: readonly T[], size: number): T[][] =>
  list.length <= size
    ? list.length === 0
      ? []
      : [[...list]]
    : [list.slice(0, size), ...split(list.slice(size), size)];

const steepest = (rows: Row[], at: Point): Point => {
  const misses = rows.map(miss(at));
  return {
    weights: at.weights.map((_, j) => 2 * mean(misses.map((e, k) => e * rows[k].features[j]))),
    bias: 2 * mean(misses),
  };
};

const pickRows = (X: number[][], y: number[], which: number[], d: number): Row[] => {
  if (X.length !== y.length) throw new TypeError('not one target per row');
  return which.map(i => {
    if (!Object.hasOwn(X, i)) throw new RangeError(`row ${i}`);
    if (X[i].length !== d) throw new TypeError(`row ${i} has other features`);
    return { features: X[i], target: y[i] };
  });
};

const properSize = (size: number) => {
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`size ${size}`);
  return size;
};

export const batches = (order: number[], batchSize: number) => split(order, properSize(batchSize));

export const gradient = (
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) => {
  if (!batch.length) throw new RangeError('empty');
  return steepest(pickRows(X, y, batch, weights.length), { weights, bias });
};

export const sgd = (
  X: number[][],
  y: number[],
  options: { learningRate: number; batchSize: number; order: number[][] } & Partial<Point>,
): Point & { epochLosses: number[] } => {
  const { learningRate: rate, order } = options;
  const size = properSize(options.batchSize);
  if (!(rate > 0 && rate < Infinity)) throw new RangeError(`rate ${rate}`);
  if (X.length === 0) throw new RangeError('no rows');
  const start: Point = {
    weights: options.weights ? options.weights.slice() : X[0].map(() => 0),
    bias: options.bias ?? 0,
  };
  const everyone = pickRows(X, y, [...X.keys()], start.weights.length);
  const plan = order.map(visit => {
    if (visit.length !== X.length || new Set(visit).size !== X.length)
      throw new RangeError('visit');
    return split(pickRows(X, y, visit, start.weights.length), size);
  });
  const after = (at: Point, rows: Row[]): Point => {
    const slope = steepest(rows, at);
    return {
      weights: at.weights.map((w, j) => w - rate * slope.weights[j]),
      bias: at.bias - rate * slope.bias,
    };
  };
  let at = start;
  const epochLosses = plan.map(epoch => {
    at = epoch.reduce(after, at);
    return mean(everyone.map(row => miss(at)(row) ** 2));
  });
  return { ...at, epochLosses };
};
