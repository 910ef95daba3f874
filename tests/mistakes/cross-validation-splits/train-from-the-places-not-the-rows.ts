// Wrong: with an order given, kFold tests the right rows but trains on the places outside the run instead of on the rows that stand there.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  sane(K, n);
  if (order) {
    const found = new Array(n).fill(false);
    if (order.length !== n) throw new Error('order length');
    for (const row of order) {
      if (!Number.isInteger(row) || row < 0 || row >= n || found[row])
        throw new Error('order content');
      found[row] = true;
    }
  }
  const folds: Fold[] = [];
  let begin = 0;
  for (let left = K; left > 0; left--) {
    const size = Math.ceil((n - begin) / left);
    const train: number[] = [];
    const test: number[] = [];
    for (let place = 0; place < n; place++) {
      if (place >= begin && place < begin + size) test.push(order ? order[place] : place);
      else train.push(place);
    }
    folds.push({ train, test });
    begin += size;
  }
  return folds;
}

function sane(K: number, n: number): void {
  if (!Number.isInteger(K) || K < 2 || K > n) throw new Error('number of folds');
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  sane(K, labels.length);
  const folds: Fold[] = Array.from({ length: K }, () => ({ train: [], test: [] }));
  let turn = 0;
  for (const label of new Set(labels)) {
    labels.forEach((other, i) => {
      if (other !== label) return;
      folds.forEach((fold, k) => (k === turn ? fold.test : fold.train).push(i));
      turn = (turn + 1) % K;
    });
  }
  return folds;
}

export function groupKFold(groups: string[], K: number): Fold[] {
  sane(K, groups.length);
  const sizes = new Map<string, number>();
  groups.forEach(g => sizes.set(g, (sizes.get(g) || 0) + 1));
  if (sizes.size < K) throw new Error('number of groups');
  const bins = Array.from({ length: K }, () => ({ names: new Set<string>(), size: 0 }));
  [...sizes.entries()]
    .sort(([, a], [, b]) => b - a)
    .forEach(([name, size]) => {
      const bin = bins.reduce((best, b) => (b.size < best.size ? b : best));
      bin.names.add(name);
      bin.size += size;
    });
  return bins.map(({ names }) => {
    const fold: Fold = { train: [], test: [] };
    groups.forEach((g, i) => (names.has(g) ? fold.test : fold.train).push(i));
    return fold;
  });
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  sane(K, n);
  const hole = gap ?? 0;
  const size = Math.floor(n / (K + 1));
  if (!Number.isInteger(hole) || hole < 0 || size < 1 || n - K * size - hole < 1)
    throw new Error('impossible');
  const folds: Fold[] = [];
  for (let start = n - K * size; start < n; start += size) {
    const fold: Fold = { train: [], test: [] };
    for (let i = 0; i < start + size; i++) {
      if (i >= start) fold.test.push(i);
      else if (i < start - hole) fold.train.push(i);
    }
    folds.push(fold);
  }
  return folds;
}
