// Everything is an expression; strata in contiguous chunks per class, like scikit-learn's allocation.
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i); // biome-ignore format: one line
const reject = (message: string): never => {
  throw new Error(message);
};
const chunks = (rows: readonly number[], K: number) =>
  range(0, K).map(k => {
    const from = k * Math.floor(rows.length / K) + Math.min(k, rows.length % K);
    const to = (k + 1) * Math.floor(rows.length / K) + Math.min(k + 1, rows.length % K);
    return rows.slice(from, to);
  });
const complement = (n: number) => (test: number[]) => ({
  train: range(0, n).filter(i => !test.includes(i)),
  test,
});
const folds = (K: number, n: number) =>
  Number.isSafeInteger(K) && K > 1 && K <= n ? K : reject(`${K} folds of ${n} rows`);

export const kFold = (n: number, K: number, order: number[] = range(0, n)) =>
  [...order].sort((a, b) => a - b).join() === range(0, n).join()
    ? chunks(order, folds(K, n)).map(complement(n))
    : reject('order is no permutation');

export const stratifiedKFold = (labels: number[], K: number) => {
  const byClass = [...new Set(labels)].map((label, c) => {
    const parts = chunks(labels.flatMap((l, i) => (l === label ? [i] : [])), folds(K, labels.length)); // biome-ignore format: one line
    // the longer chunks of the second class go to the last folds, and so on
    return c % 2 === 0 ? parts : parts.reverse();
  });
  return range(0, folds(K, labels.length))
    .map(k => byClass.flatMap(parts => parts[k]))
    .map(complement(labels.length));
};

export const groupKFold = (groups: string[], K: number) => {
  const names = [...new Set(groups)];
  if (names.length < folds(K, groups.length)) reject('fewer groups than folds');
  const size = (name: string) => groups.filter(group => group === name).length;
  const homes = names
    .toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
    .reduce<string[][]>(
      (bins, name) => {
        const loads = bins.map(bin => bin.reduce((sum, one) => sum + size(one), 0));
        const k = loads.lastIndexOf(Math.min(...loads));
        return bins.with(k, [...bins[k], name]);
      },
      range(0, K).map(() => []),
    );
  return homes
    .map(bin => groups.flatMap((group, i) => (bin.includes(group) ? [i] : [])))
    .map(complement(groups.length));
};

export const timeSeriesSplit = (n: number, K: number, gap = 0) => {
  const size = Math.trunc(n / (folds(K, n) + 1)) || reject('test blocks would be empty');
  if (!(gap >= 0) || gap !== Math.trunc(gap)) reject(`a gap of ${gap}`);
  if (n - K * size <= gap) reject('the first fold has nothing to train on');
  return range(0, K)
    .map(k => n - (K - k) * size)
    .map(start => ({ train: range(0, start - gap), test: range(start, start + size) }));
};
