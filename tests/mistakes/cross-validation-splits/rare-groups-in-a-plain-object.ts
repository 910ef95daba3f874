// Wrong: counts groups in a plain object, so the rows of a group called "__proto__" become the object's prototype and are lost.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

function need(ok: boolean) {
  if (!ok) throw new RangeError('impossible split');
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  need(Number.isInteger(K) && K >= 2 && K <= n);
  const rows: number[] = order ?? Array.from({ length: n }, (_, i) => i);
  need(
    rows.length === n &&
      new Set(rows).size === n &&
      rows.every(r => Number.isInteger(r) && r >= 0 && r < n),
  );
  const folds: Fold[] = [];
  let from = 0;
  for (let k = 0; k < K; k++) {
    const to = from + Math.ceil((n - from) / (K - k));
    folds.push({ train: [...rows.slice(0, from), ...rows.slice(to)], test: rows.slice(from, to) });
    from = to;
  }
  return folds;
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  need(Number.isInteger(K) && K >= 2 && K <= labels.length);
  const sorted = labels
    .map((label, i) => ({ label, i }))
    .sort((a, b) => a.label - b.label || a.i - b.i);
  const folds: Fold[] = Array.from({ length: K }, () => ({ train: [], test: [] }));
  sorted.forEach(({ i }, place) =>
    folds.forEach((f, k) => (place % K === k ? f.test : f.train).push(i)),
  );
  return folds;
}

export function groupKFold(groups: string[], K: number): Fold[] {
  need(Number.isInteger(K) && K >= 2 && K <= groups.length);
  const rows: { [group: string]: number[] } = {};
  groups.forEach((group, i) => {
    if (!Array.isArray(rows[group])) rows[group] = [];
    rows[group].push?.(i);
  });
  const lists = Object.values(rows).sort((a, b) => b.length - a.length);
  need(lists.length >= K);
  const tests: number[][] = Array.from({ length: K }, () => []);
  for (const list of lists) {
    const smallest = tests.reduce((a, b) => (b.length < a.length ? b : a));
    smallest.push(...list);
  }
  return tests.map(test => ({
    test,
    train: groups.map((_, i) => i).filter(i => !test.includes(i)),
  }));
}

export function timeSeriesSplit(n: number, K: number, gap: number = 0): Fold[] {
  need(Number.isInteger(K) && K >= 2 && K <= n && Number.isInteger(gap) && gap >= 0);
  const size = Math.floor(n / (K + 1));
  need(size > 0 && n - K * size > gap);
  return Array.from({ length: K }, (_, k) => {
    const start = n - (K - k) * size;
    return {
      train: Array.from({ length: start - gap }, (_v, i) => i),
      test: Array.from({ length: size }, (_v, i) => start + i),
    };
  });
}
