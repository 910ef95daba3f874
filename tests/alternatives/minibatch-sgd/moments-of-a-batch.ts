/** The slope from the batch's moments, (2 / m)(XᵀX w + Xᵀ1 b − Xᵀy), with no error ever computed. */
function sizeIsFine(batchSize: number) {
  if (Math.floor(batchSize) !== batchSize || !(batchSize > 0)) {
    throw new RangeError(`batchSize ${batchSize}`);
  }
}

export function batches(order: number[], batchSize: number): number[][] {
  sizeIsFine(batchSize);
  const many = Math.floor((order.length + batchSize - 1) / batchSize);
  return [...Array(many).keys()].map(k =>
    order.filter((_, position) => Math.floor(position / batchSize) === k),
  );
}

function moments(X: number[][], y: number[], rows: number[], d: number) {
  const xx = Array.from({ length: d }, () => new Array<number>(d).fill(0));
  const x = new Array<number>(d).fill(0);
  const xy = new Array<number>(d).fill(0);
  let total = 0;
  for (const i of rows) {
    total += y[i];
    X[i].forEach((value, j) => {
      x[j] += value;
      xy[j] += value * y[i];
      X[i].forEach((other, k) => {
        xx[j][k] += value * other;
      });
    });
  }
  return { xx, x, xy, total, m: rows.length };
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) {
  if (batch.length === 0) throw new RangeError('nothing in the batch');
  if (y.length !== X.length) throw new TypeError('targets and rows');
  if (batch.some(i => X[i] === undefined)) throw new RangeError('there is no such row');
  if (batch.some(i => X[i].length !== weights.length)) throw new TypeError('features');
  const { xx, x, xy, total, m } = moments(X, y, batch, weights.length);
  return {
    weights: weights.map((_, j) => {
      const curved = weights.reduce((sum, w, k) => sum + xx[j][k] * w, 0);
      return (2 / m) * (curved + x[j] * bias - xy[j]);
    }),
    bias: (2 / m) * (weights.reduce((sum, w, j) => sum + w * x[j], 0) + m * bias - total),
  };
}

export function sgd(
  X: number[][],
  y: number[],
  given: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
) {
  sizeIsFine(given.batchSize);
  if (!(given.learningRate > 0) || given.learningRate === Infinity) throw new RangeError('rate');
  if (!X.length) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('targets and rows');
  let place = {
    weights: given.weights?.slice() ?? X[0].map(() => 0),
    bias: given.bias ?? 0,
  };
  X.forEach(row => {
    if (row.length !== place.weights.length) throw new TypeError('features');
  });
  given.order.forEach(rows => {
    const times = X.map(() => 0);
    rows.forEach(i => {
      if (times[i] === undefined) throw new RangeError('order leads outside');
      times[i] += 1;
    });
    if (times.some(count => count !== 1)) throw new RangeError('order is no permutation');
  });
  const epochLosses: number[] = [];
  given.order.forEach(rows => {
    place = batches(rows, given.batchSize).reduce(({ weights, bias }, batch) => {
      const down = gradient(X, y, batch, weights, bias);
      return {
        weights: weights.map((w, j) => w - given.learningRate * down.weights[j]),
        bias: bias - given.learningRate * down.bias,
      };
    }, place);
    const wrong = X.map((row, i) =>
      row.reduce((sum, x, j) => sum + x * place.weights[j], place.bias - y[i]),
    );
    epochLosses.push(wrong.reduce((sum, e) => sum + e * e, 0) / wrong.length);
  });
  return { ...place, epochLosses };
}
