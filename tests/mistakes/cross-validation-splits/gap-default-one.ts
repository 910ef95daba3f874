// Leaves a gap of one row unless told otherwise.
type Fold = { train: number[]; test: number[] };

const upTo = (n: number) => [...Array(n).keys()];
const needFolds = (K: number, n: number): void => {
  if (K % 1 !== 0) throw new TypeError('K is fractional');
  if (K < 2) throw new RangeError('K is too small');
  if (K > n) throw new RangeError('K is too large');
};
const complete = (n: number, tests: number[][]): Fold[] =>
  tests.map(test => ({ test, train: upTo(n).filter(i => test.indexOf(i) === -1) }));

export const kFold = (n: number, K: number, order: number[] = [...Array(n).keys()]): Fold[] => {
  needFolds(K, n);
  const sorted = [...order].sort((p, q) => p - q);
  if (sorted.length !== n || sorted.some((row, i) => row !== i)) throw new RangeError('bad order');
  const border = (k: number) => k * Math.floor(n / K) + Math.min(k, n % K);
  return complete(
    n,
    Array.from({ length: K }, (_, k) => order.slice(border(k), border(k + 1))),
  );
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

export const timeSeriesSplit = (n: number, K: number, gap?: number): Fold[] => {
  needFolds(K, n);
  const pause = gap ?? 1;
  const size = Math.trunc(n / (K + 1));
  const head = n - K * size;
  if (pause < 0 || pause % 1 !== 0) throw new RangeError('a gap is a whole number of rows');
  if (size < 1 || head - pause < 1) throw new RangeError('rows are missing');
  const all = [...Array(n).keys()];
  return [...Array(K).keys()].map(k => ({
    train: all.slice(0, head + k * size - pause),
    test: all.slice(head + k * size, head + (k + 1) * size),
  }));
};
