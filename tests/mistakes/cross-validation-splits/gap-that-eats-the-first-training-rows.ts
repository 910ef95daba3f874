// Wrong: where the gap leaves nothing to train on in the first fold, that fold comes back with an empty list instead of being refused.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

function* range(from: number, to: number) {
  for (let i = from; i < to; i += 1) yield i;
}

function foldsOf(n: number, K: number): void {
  const bad = !Number.isInteger(K) || K < 2 || K > n;
  if (bad) throw new RangeError(`${K} folds from ${n} rows`);
}

function partition(rows: Iterable<number>, isTest: (row: number, place: number) => boolean): Fold {
  const fold: Fold = { train: [], test: [] };
  let place = 0;
  for (const row of rows) {
    fold[isTest(row, place) ? 'test' : 'train'].push(row);
    place += 1;
  }
  return fold;
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  foldsOf(n, K);
  const rows = order === undefined ? [...range(0, n)] : [...order];
  const unique = new Set(rows.filter(r => r >= 0 && r < n && Number.isInteger(r)));
  if (unique.size !== n || rows.length !== n) throw new RangeError('order');
  const short = Math.floor(n / K);
  const extra = n % K;
  return [...range(0, K)].map(k => {
    const from = k * short + Math.min(k, extra);
    const to = from + short + (k < extra ? 1 : 0);
    return partition(rows, (_, place) => from <= place && place < to);
  });
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  foldsOf(labels.length, K);
  const deck = [...range(0, labels.length)].sort((a, b) => labels[a] - labels[b]);
  return [...range(0, K)].map(k => partition(deck, (_, place) => place % K === k));
}

export function groupKFold(groups: string[], K: number): Fold[] {
  foldsOf(groups.length, K);
  const names = new Map<string, number>();
  for (const g of groups) names.set(g, (names.get(g) ?? 0) + 1);
  if (names.size < K) throw new RangeError('too few groups');
  const room = [...range(0, K)].map(() => 0);
  const where = new Map<string, number>();
  for (const [g, size] of names) {
    const k = room.indexOf(Math.min(...room));
    where.set(g, k);
    room[k] += size;
  }
  return [...range(0, K)].map(k =>
    partition(range(0, groups.length), row => where.get(groups[row]) === k),
  );
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  foldsOf(n, K);
  const g = gap ?? 0;
  if (g < 0 || !Number.isInteger(g)) throw new RangeError('gap');
  const size = Math.floor(n / (K + 1));
  if (size === 0) throw new RangeError('empty blocks');
  return [...range(0, K)].map(k => {
    const start = n - (K - k) * size;
    return { train: [...range(0, start - g)], test: [...range(start, start + size)] };
  });
}
