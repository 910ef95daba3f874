// Wrong: the last plain fold takes the whole remainder, and the gap is left out at the start of the training rows instead of at their end.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

const seq = (from: number, to: number) => {
  const out: number[] = [];
  for (let i = from; i < to; i++) out.push(i);
  return out;
};

function guard(n: number, K: number) {
  if (!Number.isInteger(K) || K < 2 || K > n) throw new RangeError('K');
}

const without = (n: number, test: number[]) => seq(0, n).filter(i => !test.includes(i));

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  guard(n, K);
  const rows = order ? [...order] : seq(0, n);
  if (rows.length !== n || seq(0, n).some(i => !rows.includes(i))) throw new RangeError('order');
  const size = Math.floor(n / K);
  return seq(0, K).map(k => {
    const test = rows.slice(k * size, k === K - 1 ? n : (k + 1) * size);
    return { train: without(n, test), test };
  });
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  guard(labels.length, K);
  const tests: number[][] = seq(0, K).map(() => []);
  const counters = new Map<number, number>();
  labels.forEach((label, i) => {
    const c = counters.get(label) ?? 0;
    tests[c % K].push(i);
    counters.set(label, c + 1);
  });
  return tests.map(test => ({ train: without(labels.length, test), test }));
}

export function groupKFold(groups: string[], K: number): Fold[] {
  guard(groups.length, K);
  const names = [...new Set(groups)];
  if (names.length < K) throw new RangeError('groups');
  const tests: number[][] = seq(0, K).map(() => []);
  for (const name of names) {
    tests.sort((a, b) => a.length - b.length);
    groups.forEach((g, i) => g === name && tests[0].push(i));
  }
  return tests.map(test => ({ train: without(groups.length, test), test }));
}

export function timeSeriesSplit(n: number, K: number, gap = 0): Fold[] {
  guard(n, K);
  const size = Math.floor(n / (K + 1));
  const first = n - K * size;
  if (size < 1 || !Number.isInteger(gap) || gap < 0 || first - gap < 1)
    throw new RangeError('impossible');
  return seq(0, K).map(k => ({
    train: seq(gap, first + k * size),
    test: seq(first + k * size, first + (k + 1) * size),
  }));
}
