// Takes any order of the right length.
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
  const rows = order ?? Array.from({ length: n }, (_, i) => i);
  if (rows.length !== n) throw new TypeError('order has another length');
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
  return complete(n, tests);
};

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
