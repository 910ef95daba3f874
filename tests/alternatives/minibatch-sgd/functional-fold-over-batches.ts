// Right: immutable states folded over all batches of all epochs, with the bias as the weight of a leading 1.
type State = readonly number[]; // bias, then weights
type Row = readonly number[];

const check = (ok: boolean, kind: typeof RangeError | typeof TypeError, text: string): void => {
  if (!ok) throw new kind(text);
};

const checkSize = (size: number) =>
  check(Number.isInteger(size) && size > 0, RangeError, `batchSize ${size}`);

const error = (state: State, row: Row, target: number): number =>
  row.reduce((sum, x, j) => sum + x * state[j], 0) - target;

const slope = (rows: Row[], targets: number[], state: State): State => {
  const errors = rows.map((row, i) => error(state, row, targets[i]));
  return state.map(
    (_, j) => (2 * rows.reduce((sum, row, i) => sum + errors[i] * row[j], 0)) / rows.length,
  );
};

const withOne = (row: number[]): Row => [1, ...row];

export const batches = (order: number[], batchSize: number): number[][] => {
  checkSize(batchSize);
  return Array.from({ length: Math.ceil(order.length / batchSize) }, (_, b) =>
    order.slice(b * batchSize, (b + 1) * batchSize),
  );
};

export const gradient = (
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } => {
  check(X.length === y.length, TypeError, 'targets');
  check(batch.length > 0, RangeError, 'empty batch');
  check(
    batch.every(i => i >= 0 && i < X.length),
    RangeError,
    'row number',
  );
  check(
    batch.every(i => X[i].length === weights.length),
    TypeError,
    'width of weights',
  );
  const [ofBias, ...ofWeights] = slope(
    batch.map(i => withOne(X[i])),
    batch.map(i => y[i]),
    [bias, ...weights],
  );
  return { weights: ofWeights, bias: ofBias };
};

export const sgd = (
  X: number[][],
  y: number[],
  {
    learningRate,
    batchSize,
    order,
    weights,
    bias = 0,
  }: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
): { weights: number[]; bias: number; epochLosses: number[] } => {
  check(X.length > 0, RangeError, 'no rows');
  check(X.length === y.length, TypeError, 'targets');
  check(
    Number.isFinite(learningRate) && learningRate > 0,
    RangeError,
    `learningRate ${learningRate}`,
  );
  checkSize(batchSize);
  const start = weights ?? X[0].map(() => 0);
  check(
    X.every(row => row.length === start.length),
    TypeError,
    'width of weights',
  );
  order.forEach((visit, e) => {
    const named = new Set(visit);
    check(
      visit.length === X.length && X.every((_, i) => named.has(i)),
      RangeError,
      `order of epoch ${e}`,
    );
  });

  const rows = X.map(withOne);
  const epochs = order.reduce<{ state: State; losses: number[] }>(
    ({ state, losses }, visit) => {
      const end = batches(visit, batchSize).reduce<State>((now, batch) => {
        const g = slope(
          batch.map(i => rows[i]),
          batch.map(i => y[i]),
          now,
        );
        return now.map((value, j) => value - learningRate * g[j]);
      }, state);
      const loss = rows.reduce((sum, row, i) => sum + error(end, row, y[i]) ** 2, 0) / rows.length;
      return { state: end, losses: [...losses, loss] };
    },
    { state: [bias, ...start], losses: [] },
  );
  const [lastBias, ...lastWeights] = epochs.state;
  return { weights: lastWeights, bias: lastBias, epochLosses: epochs.losses };
};
