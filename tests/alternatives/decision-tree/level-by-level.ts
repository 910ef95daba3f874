// Grows breadth first into a flat table of records, level by level, and assembles the nested tree from the end of the table.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

interface Entry {
  ids: number[];
  depth: number;
  counts: number[];
  split: { feature: number; threshold: number; gain: number } | null;
  left: number;
  right: number;
}

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((acc, c) => acc + c, 0);
  if (n === 0) return 0;
  const p = counts.filter(c => c > 0).map(c => c / n);
  if (criterion === 'entropy') {
    if (p.length === 1) return 0;
    return (-1 / Math.LN2) * p.reduce((acc, q) => acc + q * Math.log(q), 0);
  }
  // Σ_{i≠j} p_i p_j
  let out = 0;
  for (let i = 0; i < p.length; i++) for (let j = i + 1; j < p.length; j++) out += 2 * p[i] * p[j];
  return out;
}

function inspect(X: number[][], y: number[], classes: number): Error | null {
  if (X.length === 0) return new RangeError('X must have rows');
  if (X.some(r => r.length !== X[0].length)) return new TypeError('X must be rectangular');
  if (X.length !== y.length) return new TypeError('one label per row');
  if (y.some(l => !(Number.isInteger(l) && 0 <= l && l < classes)))
    return new RangeError('labels are 0 … K-1');
  return null;
}

function tallyOf(ids: number[], y: number[], classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const i of ids) counts[y[i]] += 1;
  return counts;
}

function bestOf(
  ids: number[],
  X: number[][],
  y: number[],
  classes: number,
  criterion: Criterion,
): Entry['split'] {
  const total = tallyOf(ids, y, classes);
  const n = ids.length;
  const base = impurity(total, criterion);
  const candidates: { feature: number; threshold: number; gain: number }[] = [];
  for (let feature = 0; feature < X[ids[0]].length; feature++) {
    const by = ids
      .slice()
      .sort((p, q) => (X[p][feature] < X[q][feature] ? -1 : X[p][feature] > X[q][feature] ? 1 : 0));
    const left = total.map(() => 0);
    for (let i = 0; i < n - 1; i++) {
      left[y[by[i]]]++;
      const v = X[by[i]][feature];
      const w = X[by[i + 1]][feature];
      if (v < w) {
        const right = total.map((c, k) => c - left[k]);
        const share = (i + 1) / n;
        const gain =
          base - share * impurity(left, criterion) - (1 - share) * impurity(right, criterion);
        const mid = (v + w) / 2;
        candidates.push({ feature, threshold: mid < w ? mid : v, gain });
      }
    }
  }
  if (candidates.length === 0) return null;
  let win = 0;
  for (let c = 1; c < candidates.length; c++)
    if (candidates[c].gain > candidates[win].gain) win = c;
  return candidates[win];
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  const problem = inspect(X, y, options.classes);
  if (problem) throw problem;
  return bestOf([...X.keys()], X, y, options.classes, options.criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const problem = inspect(X, y, options.classes);
  if (problem) throw problem;
  const smallest = options.minSamplesSplit ?? 2;
  const table: Entry[] = [];
  const add = (ids: number[], depth: number): number =>
    table.push({
      ids,
      depth,
      counts: tallyOf(ids, y, options.classes),
      split: null,
      left: -1,
      right: -1,
    }) - 1;
  add([...X.keys()], 0);
  for (let at = 0; at < table.length; at++) {
    const e = table[at];
    if (e.depth >= options.maxDepth) continue;
    if (e.ids.length < smallest) continue;
    if (e.counts.includes(e.ids.length)) continue;
    const split = bestOf(e.ids, X, y, options.classes, options.criterion ?? 'gini');
    if (!split) continue;
    e.split = split;
    e.left = add(
      e.ids.filter(i => X[i][split.feature] <= split.threshold),
      e.depth + 1,
    );
    e.right = add(
      e.ids.filter(i => X[i][split.feature] > split.threshold),
      e.depth + 1,
    );
  }
  const trees: Tree[] = new Array(table.length);
  for (let at = table.length - 1; at >= 0; at--) {
    const { split, counts, left, right } = table[at];
    trees[at] = split
      ? { kind: 'split', ...split, left: trees[left], right: trees[right] }
      : { kind: 'leaf', counts, prediction: counts.findIndex(c => counts.every(o => o <= c)) };
  }
  return trees[0];
}

export function predict(tree: Tree, X: number[][]): number[] {
  // Whole groups of rows travel down together.
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('X must be rectangular');
  const out: number[] = X.map(() => 0);
  let wave: [Tree, number[]][] = [[tree, [...X.keys()]]];
  while (wave.length) {
    const next: [Tree, number[]][] = [];
    for (const [t, ids] of wave) {
      if (ids.length === 0) continue;
      if (t.kind === 'leaf') {
        for (const i of ids) out[i] = t.prediction;
      } else {
        next.push([t.left, ids.filter(i => X[i][t.feature] <= t.threshold)]);
        next.push([t.right, ids.filter(i => !(X[i][t.feature] <= t.threshold))]);
      }
    }
    wave = next;
  }
  return out;
}
