// Rows stand in line: folds draw from the front of the line, groups are drawn by a recursive search for the lightest fold.
interface Fold {
  train: number[];
  test: number[];
}

const line = (n: number): number[] => [...Array(n).keys()];

function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new RangeError(message);
}
const demandFolds = (K: number, n: number) =>
  demand(Number.isInteger(K) && K >= 2 && K <= n, `${K} folds, ${n} rows`);

function finish(tests: number[][]): Fold[] {
  // everyone else's test rows are one's training rows
  return tests.map((test, k) => ({
    train: tests.flatMap((other, m) => (m === k ? [] : other)),
    test: test.slice(),
  }));
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  demandFolds(K, n);
  const queue = order === undefined ? line(n) : order.slice();
  const missing = new Set(line(n));
  queue.forEach(row => {
    demand(missing.delete(row), `row ${row} is not there, or there twice`);
  });
  demand(missing.size === 0, 'rows are missing');
  const tests: number[][] = [];
  for (let left = K; left > 0; left--) tests.push(queue.splice(0, Math.ceil(queue.length / left)));
  return finish(tests);
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  demandFolds(K, labels.length);
  const queues = new Map<number, number[]>();
  labels.forEach((label, i) => {
    const queue = queues.get(label);
    if (queue) queue.push(i);
    else queues.set(label, [i]);
  });
  const tests: number[][] = line(K).map(() => []);
  for (const queue of queues.values()) {
    // the shortest test folds are served first
    const served = [...tests].sort((a, b) => a.length - b.length);
    for (let t = 0; queue.length > 0; t++) served[t % K].push(queue.pop() as number);
  }
  return finish(tests);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  demandFolds(K, groups.length);
  const sorted = line(groups.length).sort((a, b) => (groups[a] < groups[b] ? -1 : +(groups[a] > groups[b]))); // biome-ignore format: one line
  const blocks: number[][] = [];
  sorted.forEach((row, p) => {
    if (p > 0 && groups[sorted[p - 1]] === groups[row]) blocks[blocks.length - 1].push(row);
    else blocks.push([row]);
  });
  demand(blocks.length >= K, 'not enough groups');
  const place = (tests: number[][], rest: number[][]): number[][] => {
    if (rest.length === 0) return tests;
    const [block, ...others] = rest;
    const [lightest, ...heavier] = [...tests].sort((a, b) => a.length - b.length);
    return place([...heavier, lightest.concat(block)], others);
  };
  return finish(place(line(K).map(() => []), blocks)); // biome-ignore format: one line
}

export function timeSeriesSplit(n: number, K: number, gap = 0): Fold[] {
  demandFolds(K, n);
  demand(gap >= 0 && Number.isInteger(gap), `gap ${gap}`);
  const rows = line(n);
  const size = Math.floor(n / (K + 1));
  demand(size > 0, 'no test rows');
  const out: Fold[] = [];
  while (out.length < K) {
    const test = rows.splice(-size);
    const train = rows.slice(0, Math.max(0, rows.length - gap));
    demand(train.length > 0, 'no training rows');
    out.push({ train, test });
  }
  return out.reverse();
}
