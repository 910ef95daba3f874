// Wrong: cuts each class into blocks of the rounded-up size, so that the last folds may get far fewer rows of it than the first.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

const fail = (why: string): never => {
  throw new RangeError(why);
};

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

const asFolds = (n: number, tests: number[][]): Fold[] =>
  tests.map(test => {
    const inside = new Set(test);
    return { test, train: numbers(n).filter(i => !inside.has(i)) };
  });

const requireK = (K: number, n: number) => {
  if (!Number.isInteger(K) || K < 2 || K > n) fail(`K = ${K}, n = ${n}`);
};

export function kFold(n: number, K: number, order: number[] = numbers(n)): Fold[] {
  requireK(K, n);
  if (order.length !== n) fail('order: length');
  const sorted = order.slice().sort((a, b) => a - b);
  sorted.forEach((row, i) => row === i || fail('order: not a permutation'));
  const tests: number[][] = [];
  const queue = order.slice();
  for (let k = 0; k < K; k++) tests.push(queue.splice(0, Math.floor(n / K) + (k < n % K ? 1 : 0)));
  return asFolds(n, tests);
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  requireK(K, labels.length);
  const classes = new Map<number, number[]>();
  labels.forEach((label, i) => {
    if (!classes.has(label)) classes.set(label, []);
    classes.get(label)?.push(i);
  });
  const tests: number[][] = numbers(K).map(() => []);
  for (const rows of classes.values()) {
    const share = Math.ceil(rows.length / K);
    rows.forEach((row, place) => tests[Math.floor(place / share)].push(row));
  }
  return asFolds(labels.length, tests);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  requireK(K, groups.length);
  const members = new Map<string, number[]>();
  for (const [i, g] of groups.entries()) members.set(g, [...(members.get(g) ?? []), i]);
  if (members.size < K) fail('groups');
  const tests: number[][] = numbers(K).map(() => []);
  for (const rows of [...members.values()].sort((a, b) => b.length - a.length)) {
    tests.sort((a, b) => a.length - b.length);
    tests[0].push(...rows);
  }
  return asFolds(groups.length, tests);
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  requireK(K, n);
  const g = gap ?? 0;
  if (g < 0 || !Number.isInteger(g)) fail('gap');
  const size = Math.floor(n / (K + 1));
  if (size < 1) fail('block');
  const folds = numbers(K).map(k => {
    const start = n - size * (K - k);
    return { train: numbers(Math.max(0, start - g)), test: numbers(size).map(i => i + start) };
  });
  if (folds[0].train.length === 0) fail('training rows');
  return folds;
}
