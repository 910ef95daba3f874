// Right: lists of test rows built by slicing, dealing and taking turns; the training rows are set differences.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

const upTo = (end: number, start = 0): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);

const insist = (truth: boolean, complaint: string): void => {
  if (!truth) throw new RangeError(complaint);
};

const possible = (rows: number, K: number): void => {
  insist(Number.isInteger(K), `${K} folds: not a whole number`);
  insist(K >= 2, `${K} folds: too few`);
  insist(K <= rows, `${K} folds of ${rows} rows`);
};

const gather = <Key>(keys: Key[]): Map<Key, number[]> => {
  const rows = new Map<Key, number[]>(keys.map(key => [key, []]));
  keys.forEach((key, row) => rows.get(key)?.push(row));
  return rows;
};

const complement = (all: number[], test: number[]): Fold => {
  const tested = new Set(test);
  return { train: all.filter(row => !tested.has(row)), test };
};

export const kFold = (n: number, K: number, order?: number[]): Fold[] => {
  possible(n, K);
  const rows = upTo(n);
  const cut = order === undefined ? rows : order.slice();
  const distinct = new Set(cut);
  insist(
    cut.length === n && rows.every(row => distinct.has(row)),
    'order must hold every row once',
  );
  // run k ends after (k + 1) short runs and one more row for each long run so far
  const end = (k: number) => k * Math.floor(n / K) + Math.min(k, n % K);
  return upTo(K).map(k => complement(cut, cut.slice(end(k), end(k + 1))));
};

export const stratifiedKFold = (labels: number[], K: number): Fold[] => {
  possible(labels.length, K);
  const members = gather(labels);
  // one deck, class after class, dealt round the table without starting anew for each class
  const deck = [...members.values()].flat();
  return upTo(K).map(k =>
    complement(
      upTo(labels.length),
      deck.filter((_, place) => place % K === k),
    ),
  );
};

export const groupKFold = (groups: string[], K: number): Fold[] => {
  possible(groups.length, K);
  const members = [...gather(groups).values()];
  insist(members.length >= K, `${members.length} groups cannot fill ${K} folds`);
  const tests = members.reduce<number[][]>(
    (piles, rows) => {
      const least = piles.reduce(
        (best, pile, k) => (pile.length < piles[best].length ? k : best),
        0,
      );
      return piles.map((pile, k) => (k === least ? [...pile, ...rows] : pile));
    },
    upTo(K).map(() => []),
  );
  return tests.map(test => complement(upTo(groups.length), test));
};

export const timeSeriesSplit = (n: number, K: number, gap?: number): Fold[] => {
  possible(n, K);
  const skip = gap === undefined ? 0 : gap;
  insist(Number.isInteger(skip) && skip >= 0, `a gap of ${skip} rows`);
  const block = Math.floor(n / (K + 1));
  insist(block >= 1, 'empty test blocks');
  const first = n - K * block;
  insist(first > skip, 'the first fold has nothing to train on');
  return upTo(K).map(k => ({
    train: upTo(first + k * block - skip),
    test: upTo(first + (k + 1) * block, first + k * block),
  }));
};
