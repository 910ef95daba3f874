// Cuts the picked columns out and splits on those: feature is a place in the list, not a column of X.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Split = { feature: number; threshold: number; gain: number };

function validate(X: number[][], y: number[], classes: number): void {
  if (X.length === 0) throw new RangeError('empty X');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged X');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const l of y)
    if (l < 0 || l >= classes || l !== Math.floor(l)) throw new RangeError('label');
}
function impurity(labels: number[]): number {
  const seen = new Map<number, number>();
  for (const l of labels) seen.set(l, (seen.get(l) ?? 0) + 1);
  let s = 1;
  for (const c of seen.values()) s -= (c / labels.length) ** 2;
  return s;
}
function scan(Z: number[][], y: number[]): Split | null {
  let best: Split | null = null;
  for (let f = 0; f < Z[0].length; f++) {
    const vals = Z.map(r => r[f]).sort((a, b) => a - b);
    for (let i = 1; i < vals.length; i++) {
      if (vals[i] === vals[i - 1]) continue;
      const th = (vals[i] + vals[i - 1]) / 2;
      const a = y.filter((_, k) => Z[k][f] <= th);
      const b = y.filter((_, k) => Z[k][f] > th);
      const g = impurity(y) - (a.length * impurity(a) + b.length * impurity(b)) / y.length;
      if (!best || g > best.gain) best = { feature: f, threshold: th, gain: g };
    }
  }
  return best;
}
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): Split | null {
  validate(X, y, options.classes);
  const { features } = options;
  if (features.length === 0) throw new RangeError('features');
  if (features.some(f => f < 0 || f >= X[0].length || !Number.isInteger(f)))
    throw new RangeError('feature');
  return scan(
    X.map(row => features.map(f => row[f])),
    y,
  );
}
export function fitForest(
  X: number[][],
  y: number[],
  options: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Tree[] {
  validate(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('bootstrap');
  const trees: Tree[] = [];
  options.bootstrap.forEach((list, t) => {
    if (list.length === 0) throw new RangeError('empty list');
    if (list.some(i => i < 0 || i >= X.length || !Number.isInteger(i))) throw new RangeError('row');
    const build = (idx: number[], node: number, depth: number): Tree => {
      const counts = Array.from(
        { length: options.classes },
        (_, k) => idx.filter(i => y[i] === k).length,
      );
      const top = Math.max(...counts);
      const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(top) };
      if (top === idx.length || depth >= options.maxDepth) return leaf;
      const features = options.pickFeatures(t, node);
      const s = bestSplit(
        idx.map(i => X[i]),
        idx.map(i => y[i]),
        { classes: options.classes, features },
      );
      if (!s) return leaf;
      const col = features[s.feature];
      return {
        kind: 'split',
        ...s,
        left: build(
          idx.filter(i => X[i][col] <= s.threshold),
          2 * node,
          depth + 1,
        ),
        right: build(
          idx.filter(i => X[i][col] > s.threshold),
          2 * node + 1,
          depth + 1,
        ),
      };
    };
    trees.push(build(list, 1, 0));
  });
  return trees;
}
function leaf(t: Tree, row: number[]): number {
  return t.kind === 'leaf'
    ? t.prediction
    : leaf(row[t.feature] <= t.threshold ? t.left : t.right, row);
}
export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('trees');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged X');
  return X.map(row => {
    const votes = new Array<number>(classes).fill(0);
    for (const t of trees) votes[leaf(t, row)]++;
    return votes.indexOf(Math.max(...votes));
  });
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('trees');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged X');
  if (X.length !== y.length || trees.length !== bootstrap.length) throw new TypeError('lengths');
  const results: boolean[] = [];
  for (let i = 0; i < X.length; i++) {
    const free = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (free.length > 0) results.push(predictForest(free, [X[i]], classes)[0] === y[i]);
  }
  return {
    accuracy: results.length === 0 ? 0 : results.filter(Boolean).length / results.length,
    covered: results.length,
  };
}
