// Wrong: accepts an order whose length and sum are right although numbers repeat or fall outside, such as 0, 0, 3, 3.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

type Assign = (row: number) => number;

const whole = (x: number) => Number.isInteger(x);

function split(n: number, K: number, assign: Assign): Fold[] {
  const folds: Fold[] = [];
  for (let k = 0; k < K; k += 1) folds.push({ train: [], test: [] });
  for (let row = 0; row < n; row += 1) {
    const home = assign(row);
    for (let k = 0; k < K; k += 1) {
      if (k === home) folds[k].test.push(row);
      else folds[k].train.push(row);
    }
  }
  return folds;
}

function checkK(n: number, K: number): void {
  if (!whole(K)) throw new Error('whole K, please');
  if (K < 2) throw new Error('two folds at least');
  if (n < K) throw new Error('more folds than rows');
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  checkK(n, K);
  const cut = order ? [...order] : [...new Array(n).keys()];
  const sum = cut.reduce((a, b) => a + b, 0);
  if (cut.length !== n || sum !== (n * (n - 1)) / 2 || !cut.every(whole))
    throw new Error('bad order');
  const folds: Fold[] = [];
  let start = 0;
  for (let k = 0; k < K; k += 1) {
    const size = Math.floor(n / K) + Number(k < n % K);
    const stop = start + size;
    folds.push({
      test: cut.slice(start, stop),
      train: cut.filter((_, place) => place < start || place >= stop),
    });
    start = stop;
  }
  return folds;
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  checkK(labels.length, K);
  const seen = new Map<number, number>();
  const home = labels.map(label => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    return before % K;
  });
  return split(labels.length, K, row => home[row]);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  checkK(groups.length, K);
  const count = new Map<string, number>();
  groups.forEach(g => count.set(g, 1 + (count.get(g) ?? 0)));
  if (count.size < K) throw new Error('fewer groups than folds');
  const fill = new Array<number>(K).fill(0);
  const home = new Map<string, number>();
  count.forEach((size, g) => {
    let k = 0;
    for (let other = 1; other < K; other += 1) if (fill[other] < fill[k]) k = other;
    fill[k] += size;
    home.set(g, k);
  });
  return split(groups.length, K, row => home.get(groups[row]) as number);
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  checkK(n, K);
  const g = gap === undefined ? 0 : gap;
  if (!whole(g) || g < 0) throw new Error('gap');
  const size = Math.floor(n / (K + 1));
  if (size < 1) throw new Error('no test rows');
  const spare = n - size * K;
  if (spare - g <= 0) throw new Error('no training rows');
  const range = (a: number, b: number) => [...new Array(b - a).keys()].map(i => i + a);
  return range(0, K).map(k => ({
    train: range(0, spare + k * size - g),
    test: range(spare + k * size, spare + (k + 1) * size),
  }));
}
