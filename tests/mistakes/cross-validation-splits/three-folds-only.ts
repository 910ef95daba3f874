// Written for the three folds of the examples.
type Fold = { train: number[]; test: number[] };

const upTo = (n: number) => [...Array(n).keys()];
const needFolds = (K: number, n: number): void => {
  if (K % 1 !== 0) throw new TypeError('K is fractional');
  if (K < 2) throw new RangeError('K is too small');
  if (K > n) throw new RangeError('K is too large');
};
const complete = (n: number, tests: number[][]): Fold[] =>
  tests.map(test => ({ test, train: upTo(n).filter(i => test.indexOf(i) === -1) }));

export const kFold = (n: number, K: number, order: number[] = upTo(n)): Fold[] => {
  needFolds(K, n);
  if (order.length !== n || upTo(n).some(i => !order.includes(i))) throw new RangeError('order');
  const first = Math.ceil(n / 3);
  const second = first + Math.ceil((n - first) / 2);
  return complete(n, [order.slice(0, first), order.slice(first, second), order.slice(second)]);
};

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  needFolds(K, labels.length);
  const tests: number[][] = [];
  for (let k = 0; k < K; k++) tests.push([]);
  const dealt = new Map<number, number>();
  labels.forEach((label, i) => {
    const count = dealt.get(label) ?? 0;
    tests[count % K].push(i);
    dealt.set(label, count + 1);
  });
  return complete(labels.length, tests);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  needFolds(K, groups.length);
  const rows = new Map<string, number[]>();
  groups.forEach((name, i) => {
    if (!rows.has(name)) rows.set(name, []);
    rows.get(name)?.push(i);
  });
  if (rows.size < K) throw new RangeError('too few groups');
  const tests: number[][] = Array.from({ length: K }, () => []);
  const bySize = [...rows.values()].sort((p, q) => q.length - p.length);
  for (const members of bySize) {
    let light = 0;
    for (let k = 1; k < K; k++) if (tests[k].length < tests[light].length) light = k;
    tests[light].push(...members);
  }
  return complete(groups.length, tests);
}

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
