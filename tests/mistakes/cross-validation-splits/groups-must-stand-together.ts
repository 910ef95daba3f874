// Takes every run of one name for a group of its own.
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

export const groupKFold = (groups: string[], K: number): Fold[] => {
  needFolds(K, groups.length);
  if (new Set(groups).size < K) throw new RangeError('groups');
  const blocks: number[][] = [];
  for (const [i, group] of groups.entries()) {
    if (i > 0 && groups[i - 1] === group) blocks[blocks.length - 1].push(i);
    else blocks.push([i]);
  }
  const tests: number[][] = upTo(K).map(() => []);
  for (const block of blocks) [...tests].sort((p, q) => p.length - q.length)[0].push(...block);
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
