// Right: a mutable splitter that rows are added to; classes start with a rotating fold, groups go to the emptiest one.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

class Splitter {
  private readonly tests: number[][] = [];
  private readonly rows: number;

  constructor(rows: number, K: number) {
    if (typeof K !== 'number' || K % 1 !== 0 || K < 2 || K > rows)
      throw new Error(`cannot make ${K} folds of ${rows} rows`);
    this.rows = rows;
    while (this.tests.length < K) this.tests.push([]);
  }

  get K(): number {
    return this.tests.length;
  }

  add(fold: number, rows: number[]): void {
    for (const row of rows) this.tests[fold].push(row);
  }

  emptiest(): number {
    let found = 0;
    this.tests.forEach((test, k) => {
      if (test.length < this.tests[found].length) found = k;
    });
    return found;
  }

  folds(): Fold[] {
    return this.tests.map(test => {
      const isTested = new Uint8Array(this.rows);
      for (const row of test) isTested[row] = 1;
      const train: number[] = [];
      isTested.forEach((mark, row) => {
        if (mark === 0) train.push(row);
      });
      return { train, test: [...test] };
    });
  }
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  const splitter = new Splitter(n, K);
  const visited: boolean[] = [];
  let place = 0;
  if (order !== undefined && order.length !== n) throw new Error('order has the wrong length');
  for (let fold = 0; fold < K; fold += 1) {
    const length = Math.floor(n / K) + (fold < n % K ? 1 : 0);
    for (let taken = 0; taken < length; taken += 1) {
      const row = order === undefined ? place : order[place];
      if (!Number.isInteger(row) || row < 0 || row >= n || visited[row])
        throw new Error(`order[${place}] is wrong`);
      visited[row] = true;
      splitter.add(fold, [row]);
      place += 1;
    }
  }
  return splitter.folds();
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  const splitter = new Splitter(labels.length, K);
  const next = new Map<number, number>(); // where the next row of a class goes
  labels.forEach((label, row) => {
    // every class starts one fold later than the class before it
    const fold = next.get(label) ?? next.size % K;
    splitter.add(fold, [row]);
    next.set(label, (fold + 1) % K);
  });
  return splitter.folds();
}

export function groupKFold(groups: string[], K: number): Fold[] {
  const splitter = new Splitter(groups.length, K);
  const rowsOf = new Map<string, number[]>();
  groups.forEach((group, row) => {
    const known = rowsOf.get(group);
    if (known) known.push(row);
    else rowsOf.set(group, [row]);
  });
  if (rowsOf.size < splitter.K) throw new Error('there are fewer groups than folds');
  const largestFirst = Array.from(rowsOf.values()).sort((a, b) => b.length - a.length);
  for (const rows of largestFirst) splitter.add(splitter.emptiest(), rows);
  return splitter.folds();
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  const { K: blocks } = new Splitter(n, K);
  const pause = gap ?? 0;
  if (pause < 0 || pause % 1 !== 0) throw new Error(`gap ${pause}`);
  const size = (n - (n % (blocks + 1))) / (blocks + 1);
  if (size < 1) throw new Error('a test block would be empty');
  const folds: Fold[] = [];
  for (let end = n; folds.length < blocks; end -= size) {
    const rows = Array.from(new Array(end).keys());
    const test = rows.splice(end - size);
    const train = rows.filter(row => row < end - size - pause);
    if (train.length === 0) throw new Error('a fold would have no training rows');
    folds.unshift({ train, test });
  }
  return folds;
}
