// Pairs are counted in a Map under one number each; the report walks the matrix with generators.
function* pairs(y: number[], predicted: number[], K: number): Generator<number> {
  for (let i = 0; i < Math.max(y.length, predicted.length); i++) {
    if (!(i in y) || !(i in predicted)) throw new TypeError(`one of the lists ends at ${i}`);
    for (const label of [y[i], predicted[i]]) {
      if (label !== Math.floor(label) || label < 0 || label > K - 1)
        throw new RangeError(`${label}`);
    }
    yield y[i] * K + predicted[i];
  }
}

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  const counted = new Map<number, number>();
  for (const pair of pairs(y, predicted, K)) counted.set(pair, (counted.get(pair) ?? 0) + 1);
  return Array.from(Array(K), (_, j) =>
    Array.from(Array(K), (_, k) => counted.get(j * K + k) ?? 0),
  );
}

function* cells(matrix: number[][]): Generator<[number, number, number]> {
  for (const [j, row] of matrix.entries())
    for (const [k, count] of row.entries()) yield [j, k, count];
}

function tally(matrix: number[][], such: (j: number, k: number) => boolean): number {
  let total = 0;
  for (const [j, k, count] of cells(matrix)) if (such(j, k)) total += count;
  return total;
}

const share = (part: number, rest: number) => (part === 0 ? 0 : part / (part + rest));

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
) {
  const settings = { beta: options?.beta ?? 1, average: options?.average ?? ('macro' as const) };
  const { beta, average } = settings;
  if (!matrix.length || !matrix.every(row => row.length === matrix.length))
    throw new TypeError('square, please');
  if (!(beta >= 0) || beta > 1e300) throw new RangeError('beta is not a weight');
  if (average !== 'macro' && average !== 'micro' && average !== 'weighted')
    throw new RangeError('average');

  const f = (p: number, r: number) =>
    p * r === 0 ? 0 : (p * r * (beta * beta + 1)) / (p * beta * beta + r);
  const perClass = matrix.map((_, c) => {
    const hits = matrix[c][c];
    const precision = share(
      hits,
      tally(matrix, (j, k) => k === c && j !== c),
    );
    const recall = share(
      hits,
      tally(matrix, (j, k) => j === c && k !== c),
    );
    return { precision, recall, fBeta: f(precision, recall), support: tally(matrix, j => j === c) };
  });
  const accuracy = share(
    tally(matrix, (j, k) => j === k),
    tally(matrix, (j, k) => j !== k),
  );
  const n = tally(matrix, () => true);
  const average3 = perClass.reduce(
    (so, one) => {
      const w = average === 'macro' ? 1 / perClass.length : n === 0 ? 0 : one.support / n;
      return {
        precision: so.precision + w * one.precision,
        recall: so.recall + w * one.recall,
        fBeta: so.fBeta + w * one.fBeta,
      };
    },
    { precision: 0, recall: 0, fBeta: 0 },
  );
  const recalls = perClass.filter(one => one.support).map(one => one.recall);
  const [[a, b], [c, d]] =
    matrix.length === 2
      ? matrix
      : [
          [0, 0],
          [0, 0],
        ];
  const under = [a + b, c + d, a + c, b + d].map(Math.sqrt);
  return {
    ...(average === 'micro'
      ? { precision: accuracy, recall: accuracy, fBeta: f(accuracy, accuracy) }
      : average3),
    accuracy,
    balancedAccuracy: recalls.length ? recalls.reduce((s, r) => s + r) / recalls.length : 0,
    mcc:
      matrix.length !== 2
        ? null
        : under.includes(0)
          ? 0
          : (a * d - b * c) / under.reduce((s, u) => s * u),
    perClass,
  };
}
