// Right: every division is first an array that tells each row's fold; one helper turns it into lists.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

function checkFolds(n: number, K: number): void {
  if (!Number.isInteger(K)) throw new TypeError('K must be a whole number');
  if (K < 2 || K > n) throw new RangeError('K must be from 2 to the number of rows');
}

function fromAssignment(foldOf: number[], K: number): Fold[] {
  const folds: Fold[] = [];
  for (let k = 0; k < K; k += 1) {
    const fold: Fold = { train: [], test: [] };
    for (let i = 0; i < foldOf.length; i += 1) (foldOf[i] === k ? fold.test : fold.train).push(i);
    folds.push(fold);
  }
  return folds;
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  checkFolds(n, K);
  if (order !== undefined) {
    const sorted = [...order].sort((a, b) => a - b);
    if (sorted.length !== n || sorted.some((row, i) => row !== i))
      throw new RangeError('order is not a permutation');
  }
  const long = n % K;
  const size = Math.floor(n / K);
  const foldOf: number[] = new Array(n);
  for (let place = 0; place < n; place += 1) {
    const row = order === undefined ? place : order[place];
    foldOf[row] =
      place < long * (size + 1)
        ? Math.floor(place / (size + 1))
        : Math.floor((place - long) / size);
  }
  return fromAssignment(foldOf, K);
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  checkFolds(labels.length, K);
  const byClass = labels.map((_, i) => i).sort((i, j) => labels[i] - labels[j]);
  const foldOf: number[] = new Array(labels.length);
  byClass.forEach((row, place) => {
    foldOf[row] = place % K; // a class stands in one piece, so it is dealt out evenly
  });
  return fromAssignment(foldOf, K);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  checkFolds(groups.length, K);
  const sizes = new Map<string, number>();
  for (const name of groups) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  if (sizes.size < K) throw new RangeError('fewer groups than folds');
  const load: number[] = new Array(K).fill(0);
  const foldOfGroup = new Map<string, number>();
  for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const lightest = load.indexOf(Math.min(...load));
    load[lightest] += size;
    foldOfGroup.set(name, lightest);
  }
  return fromAssignment(
    groups.map(name => foldOfGroup.get(name) as number),
    K,
  );
}

export function timeSeriesSplit(n: number, K: number, gap: number = 0): Fold[] {
  checkFolds(n, K);
  if (!Number.isInteger(gap) || gap < 0) throw new RangeError('gap must be a whole number from 0');
  const size = Math.floor(n / (K + 1));
  if (size === 0) throw new RangeError('too few rows for the test blocks');
  const folds: Fold[] = [];
  for (let k = 0; k < K; k += 1) {
    const start = n - (K - k) * size;
    if (start - gap < 1) throw new RangeError('nothing to train on');
    const train: number[] = [];
    for (let i = 0; i < start - gap; i += 1) train.push(i);
    const test: number[] = [];
    for (let i = start; i < start + size; i += 1) test.push(i);
    folds.push({ train, test });
  }
  return folds;
}
