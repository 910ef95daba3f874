// Two mistakes: train and test are exchanged in stratified folds, and any number of groups passes.
type Fold = { train: number[]; test: number[] };

const upTo = (n: number) => [...Array(n).keys()];
const needFolds = (K: number, n: number): void => {
  if (K % 1 !== 0) throw new TypeError('K is fractional');
  if (K < 2) throw new RangeError('K is too small');
  if (K > n) throw new RangeError('K is too large');
};
const complete = (n: number, tests: number[][]): Fold[] =>
  tests.map(test => ({ test, train: upTo(n).filter(i => test.indexOf(i) === -1) }));

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  needFolds(K, n);
  const rows = order ?? Array.from({ length: n }, (_, i) => i);
  if (rows.length !== n) throw new TypeError('order has another length');
  for (let i = 0; i < n; i++) if (!rows.includes(i)) throw new RangeError('order lacks ' + i);
  const tests: number[][] = [];
  let from = 0;
  for (let k = 0; k < K; k++) {
    const size = Math.floor(n / K) + (k < n % K ? 1 : 0);
    tests.push(rows.slice(from, from + size));
    from += size;
  }
  return complete(n, tests);
}

export const stratifiedKFold = (labels: number[], K: number): Fold[] => {
  const n = labels.length;
  needFolds(K, n);
  const byClass = [...Array(n).keys()].sort((p, q) => labels[p] - labels[q] || p - q);
  const tests: number[][] = Array.from({ length: K }, () => []);
  for (const [at, row] of byClass.entries()) tests[at % K].push(row);
  return complete(n, tests).map(({ train, test }) => ({ train: test, test: train }));
};

export const groupKFold = (groups: string[], K: number): Fold[] => {
  needFolds(K, groups.length);
  const names = [...new Set(groups)];
  const tests: number[][] = Array.from({ length: K }, () => []);
  for (const name of names) {
    const smallest = tests.reduce((best, test) => (test.length < best.length ? test : best));
    groups.forEach((group, i) => {
      if (group === name) smallest.push(i);
    });
  }
  return complete(groups.length, tests);
};

export function timeSeriesSplit(n: number, K: number, gap = 0): Fold[] {
  needFolds(K, n);
  if (!Number.isInteger(gap) || gap < 0) throw new RangeError('gap');
  const size = Math.floor(n / (K + 1));
  if (size === 0) throw new RangeError('empty test blocks');
  const out: Fold[] = [];
  for (let k = 0; k < K; k++) {
    const start = n - (K - k) * size;
    const train: number[] = [];
    const test: number[] = [];
    for (let i = 0; i < start - gap; i++) train.push(i);
    for (let i = start; i < start + size; i++) test.push(i);
    if (train.length === 0) throw new RangeError('no training rows');
    out.push({ train, test });
  }
  return out;
}
