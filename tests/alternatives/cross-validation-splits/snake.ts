// Classes are dealt to and fro, and groups by a search for the lightest fold over a sorted list of names.
type Fold = { train: number[]; test: number[] };

function* count(n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield i;
}

function sane(n: number, K: number): void {
  const whole = K === (K | 0);
  if (!whole || K < 2 || n < K) throw new RangeError(`cannot make ${K} folds of ${n}`);
}

function others(n: number, test: Iterable<number>): number[] {
  const left = new Set(count(n));
  for (const i of test) left.delete(i);
  return Array.from(left);
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  sane(n, K);
  const rows = order ?? [...count(n)];
  if (rows.length !== n || others(n, rows).length > 0) throw new RangeError('a strange order');
  const out: Fold[] = [];
  let rest = rows;
  for (const k of count(K)) {
    // the rest is shared by K − k folds, and the first of them takes the odd row
    const size = Math.ceil(rest.length / (K - k));
    const test = rest.slice(0, size);
    rest = rest.slice(size);
    out.push({ train: others(n, test), test });
  }
  return out;
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  const n = labels.length;
  sane(n, K);
  const tests = Array.from({ length: K }, () => new Set<number>());
  for (const label of [...new Set(labels)].sort((a, b) => b - a)) {
    let step = 0;
    for (const i of count(n)) {
      if (labels[i] !== label) continue;
      const lap = Math.floor(step / K);
      const k = lap % 2 === 0 ? step % K : K - 1 - (step % K);
      tests[k].add(i);
      step++;
    }
  }
  return tests.map(test => ({ train: others(n, test), test: [...test] }));
}

export function groupKFold(groups: string[], K: number): Fold[] {
  const n = groups.length;
  sane(n, K);
  const names = [...new Set(groups)].sort();
  if (names.length < K) throw new RangeError('too few groups');
  const tests: number[][] = Array.from({ length: K }, () => []);
  for (const name of names) {
    const rows = [...count(n)].filter(i => groups[i] === name);
    tests.sort((a, b) => a.length - b.length)[0].push(...rows);
  }
  return tests.map(test => ({ train: others(n, test), test }));
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  sane(n, K);
  const hole = gap ?? 0;
  if (hole < 0 || hole % 1 !== 0) throw new RangeError('a strange gap');
  const size = (n / (K + 1)) | 0;
  const out: Fold[] = [];
  for (const k of count(K)) {
    const start = n - (K - k) * size;
    const test = [...count(n)].filter(i => i >= start && i < start + size);
    const train = [...count(n)].filter(i => i + hole < start);
    if (train.length === 0 || test.length === 0)
      throw new RangeError('nothing to train or test on');
    out.push({ train, test });
  }
  return out;
}
