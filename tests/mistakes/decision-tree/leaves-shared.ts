// Leaves with equal counts are shared through a module-level cache, so a tree's leaves are not fresh and changing one tree changes another.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const leafCache = new Map<string, Tree>();

function leafFor(counts: number[]): Tree {
  const key = counts.join(',');
  let leaf = leafCache.get(key);
  if (!leaf) {
    let prediction = 0;
    for (let k = 1; k < counts.length; k++) if (counts[k] > counts[prediction]) prediction = k;
    leaf = { kind: 'leaf', counts, prediction };
    leafCache.set(key, leaf);
  }
  return leaf;
}

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  for (const c of counts) n += c;
  if (n === 0) return 0;
  let sum = 0;
  for (const c of counts) {
    if (c === 0) continue;
    const p = c / n;
    sum += p * (criterion === 'gini' ? 1 - p : -Math.log2(p));
  }
  return sum;
}

function checkInput(X: number[][], y: number[], classes: number): void {
  if (X.length === 0) throw new RangeError('X must not be empty');
  for (const row of X) {
    if (row.length !== X[0].length) throw new TypeError('X must be rectangular');
  }
  if (y.length !== X.length) throw new TypeError('X and y must have the same length');
  for (const label of y) {
    if (!Number.isInteger(label) || label < 0 || label >= classes)
      throw new RangeError('label must be in 0..K-1');
  }
}

function scan(
  X: number[][],
  y: number[],
  idx: Int32Array,
  classes: number,
  criterion: Criterion,
): { feature: number; threshold: number; gain: number } | null {
  const n = idx.length;
  const d = X[0].length;
  const all: number[] = new Array(classes).fill(0);
  idx.forEach(i => {
    all[y[i]]++;
  });
  const base = impurity(all, criterion);
  let feature = -1,
    threshold = 0,
    gain = -Infinity;
  for (let f = 0; f < d; f++) {
    const sorted = idx.slice().sort((a, b) => X[a][f] - X[b][f]);
    const lo: number[] = new Array(classes).fill(0);
    const hi = [...all];
    for (let p = 0; p < n - 1; p++) {
      const label = y[sorted[p]];
      lo[label]++;
      hi[label]--;
      const v = X[sorted[p]][f];
      const w = X[sorted[p + 1]][f];
      if (v === w) continue;
      const g =
        base -
        ((p + 1) / n) * impurity(lo, criterion) -
        ((n - p - 1) / n) * impurity(hi, criterion);
      if (g > gain) {
        gain = g;
        feature = f;
        threshold = between(v, w);
      }
    }
  }
  return feature === -1 ? null : { feature, threshold, gain };
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  checkInput(X, y, options.classes);
  return scan(X, y, Int32Array.from(y.keys()), options.classes, options.criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  checkInput(X, y, options.classes);
  const { classes, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  const visit = (idx: Int32Array, depth: number): Tree => {
    const counts: number[] = new Array(classes).fill(0);
    idx.forEach(i => {
      counts[y[i]]++;
    });
    const done = counts.includes(idx.length) || depth >= maxDepth || idx.length < minSamplesSplit;
    const s = done ? null : scan(X, y, idx, classes, criterion);
    if (s === null) return leafFor(counts);
    return {
      kind: 'split',
      ...s,
      left: visit(
        idx.filter(i => X[i][s.feature] <= s.threshold),
        depth + 1,
      ),
      right: visit(
        idx.filter(i => X[i][s.feature] > s.threshold),
        depth + 1,
      ),
    };
  };
  return visit(Int32Array.from(y.keys()), 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  for (let i = 1; i < X.length; i++)
    if (X[i].length !== X[0].length) throw new TypeError('X must be rectangular');
  const result = new Array<number>(X.length);
  for (let i = 0; i < X.length; i++) {
    let t = tree;
    while (t.kind === 'split') t = X[i][t.feature] <= t.threshold ? t.left : t.right;
    result[i] = t.prediction;
  }
  return result;
}

function between(a: number, b: number): number {
  const m = (a + b) / 2;
  return m < b ? m : a; // neighbouring doubles
}
