/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

/** K runs of rows, the first n % K of them one row longer. */
export function kFold(n: number, K: number, order: number[] = firstRows(n)): Fold[] {
  checkFolds('kFold', K, n);
  const known = new Set(order.filter(i => Number.isInteger(i) && i >= 0 && i < n));
  if (order.length !== n || known.size !== n) {
    throw new RangeError(`kFold: the order does not hold each of ${n} rows once`);
  }
  const tests: number[][] = [];
  let start = 0;
  for (let k = 0; k < K; k += 1) {
    const size = Math.floor(n / K) + (k < n % K ? 1 : 0);
    tests.push(order.slice(start, start + size));
    start += size;
  }
  return withTraining(n, tests);
}

/** The rows are dealt out class by class, and the next class goes on where the last one stopped. */
export function stratifiedKFold(labels: number[], K: number): Fold[] {
  checkFolds('stratifiedKFold', K, labels.length);
  const tests: number[][] = Array.from({ length: K }, () => []); // [K][…]
  let turn = 0;
  for (const label of new Set(labels)) {
    labels.forEach((other, row) => {
      if (other !== label) return;
      tests[turn % K].push(row);
      turn += 1;
    });
  }
  return withTraining(labels.length, tests);
}

/** The largest group that is left goes into the fold with the fewest rows. */
export function groupKFold(groups: string[], K: number): Fold[] {
  checkFolds('groupKFold', K, groups.length);
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => {
    members.set(group, [...(members.get(group) ?? []), i]);
  });
  if (members.size < K) {
    throw new RangeError(`groupKFold: ${members.size} groups for ${K} folds`);
  }
  const tests: number[][] = Array.from({ length: K }, () => []);
  for (const rows of [...members.values()].sort((a, b) => b.length - a.length)) {
    const fewest = Math.min(...tests.map(test => test.length));
    tests.find(test => test.length === fewest)?.push(...rows);
  }
  return withTraining(groups.length, tests);
}

/** Test blocks are counted from the end; training never comes near them by less than the gap. */
export function timeSeriesSplit(n: number, K: number, gap = 0): Fold[] {
  checkFolds('timeSeriesSplit', K, n);
  if (!Number.isInteger(gap) || gap < 0) throw new RangeError(`timeSeriesSplit: a gap of ${gap}`);
  const size = Math.floor(n / (K + 1));
  const first = n - K * size; // where the earliest block starts
  if (size < 1) throw new RangeError(`timeSeriesSplit: ${n} rows for ${K} test blocks`);
  if (first - gap < 1) throw new RangeError('timeSeriesSplit: no rows to train on first');
  return Array.from({ length: K }, (_, k) => {
    const start = first + k * size;
    return {
      train: firstRows(start - gap),
      test: firstRows(size).map(i => start + i),
    };
  });
}

function firstRows(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function withTraining(n: number, tests: number[][]): Fold[] {
  return tests.map(test => {
    const tested = new Set(test);
    return { train: firstRows(n).filter(i => !tested.has(i)), test };
  });
}

function checkFolds(caller: string, K: number, n: number): void {
  if (!Number.isInteger(K)) throw new RangeError(`${caller}: ${K} folds is no whole number`);
  if (K < 2 || K > n) throw new RangeError(`${caller}: ${K} folds of ${n} rows`);
}
