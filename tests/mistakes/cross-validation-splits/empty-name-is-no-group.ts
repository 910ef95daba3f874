// A row with an empty group name is a group of its own.
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
  const known = groups.map((group, i) => group || `row ${i}`);
  const names = [...new Set(known)];
  if (names.length < K) throw new RangeError(`${names.length} groups`);
  const tests: number[][] = Array.from({ length: K }, () => []);
  for (const name of names) {
    const smallest = tests.reduce((best, test) => (test.length < best.length ? test : best));
    known.forEach((group, i) => {
      if (group === name) smallest.push(i);
    });
  }
  return complete(groups.length, tests);
};

export const timeSeriesSplit = (n: number, K: number, gap?: number): Fold[] => {
  needFolds(K, n);
  const pause = gap ?? 0;
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
