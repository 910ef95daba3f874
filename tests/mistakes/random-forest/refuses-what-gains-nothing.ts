// Begins with a best gain of 0, so that a question must gain something.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
function tab(y: number[], K: number): number[] {
  const t: number[] = [];
  for (let k = 0; k < K; k++) t[k] = 0;
  for (const l of y) t[l]++;
  return t;
}
function gini(t: number[]): number {
  let n = 0;
  for (const c of t) n += c;
  let g = 1;
  for (const c of t) g -= (c / n) * (c / n);
  return g;
}
function top(t: number[]): number {
  let k = 0;
  t.forEach((c, j) => {
    if (c > t[k]) k = j;
  });
  return k;
}
function sane(X: number[][], y: number[] | null, K: number): void {
  if (y && X.length === 0) throw new RangeError('nothing to learn from');
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('lengths of rows');
  });
  if (y && y.length !== X.length) throw new TypeError('number of labels');
  if (y?.some(l => !Number.isInteger(l) || l < 0 || l >= K)) throw new RangeError('labels');
}
export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  sane(X, y, o.classes);
  if (o.features.length === 0) throw new RangeError('features');
  if (Math.max(...o.features) >= X[0].length || Math.min(...o.features) < 0)
    throw new RangeError('feature');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  let most = 1e-10;
  for (let feature = 0; feature < X[0].length; feature++) {
    if (o.features.indexOf(feature) === -1) continue;
    const ids = [...X.keys()].sort((a, b) => X[a][feature] - X[b][feature]);
    for (let i = 1; i < ids.length; i++) {
      const [a, b] = [X[ids[i - 1]][feature], X[ids[i]][feature]];
      if (a === b) continue;
      const low = tab(
        ids.slice(0, i).map(j => y[j]),
        o.classes,
      );
      const high = tab(
        ids.slice(i).map(j => y[j]),
        o.classes,
      );
      const gain =
        gini(tab(y, o.classes)) - (i / ids.length) * gini(low) - (1 - i / ids.length) * gini(high);
      if (gain > most) {
        most = gain;
        best = { feature, threshold: (a + b) / 2, gain };
      }
    }
  }
  return best;
}
export function fitForest(
  X: number[][],
  y: number[],
  o: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (t: number, n: number) => number[];
  },
): Tree[] {
  sane(X, y, o.classes);
  if (o.bootstrap.length === 0) throw new RangeError('bootstrap');
  const trees: Tree[] = [];
  for (let t = 0; t < o.bootstrap.length; t++) {
    const list = o.bootstrap[t];
    if (list.length === 0 || list.some(i => !X[i])) throw new RangeError('list');
    const go = (ids: number[], node: number, depth: number): Tree => {
      const counts = tab(
        ids.map(i => y[i]),
        o.classes,
      );
      const leaf: Tree = { kind: 'leaf', counts, prediction: top(counts) };
      if (depth === o.maxDepth || gini(counts) === 0) return leaf;
      const s = bestSplit(
        ids.map(i => X[i]),
        ids.map(i => y[i]),
        { classes: o.classes, features: o.pickFeatures(t, node) },
      );
      if (s === null) return leaf;
      const low = ids.filter(i => X[i][s.feature] <= s.threshold);
      const high = ids.filter(i => X[i][s.feature] > s.threshold);
      return {
        kind: 'split',
        ...s,
        left: go(low, node + node, depth + 1),
        right: go(high, node + node + 1, depth + 1),
      };
    };
    trees.push(go(list, 1, 0));
  }
  return trees;
}
function find(tree: Tree, row: number[]): number {
  while (tree.kind === 'split') tree = row[tree.feature] <= tree.threshold ? tree.left : tree.right;
  return tree.prediction;
}
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) throw new RangeError('trees');
  sane(X, null, classes);
  return X.map(row =>
    top(
      tab(
        trees.map(tree => find(tree, row)),
        classes,
      ),
    ),
  );
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('trees');
  sane(X, null, classes);
  if (y.length !== X.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  const result = { accuracy: 0, covered: 0 };
  let right = 0;
  for (let i = 0; i < X.length; i++) {
    const votes = trees.filter((_, t) => !bootstrap[t].includes(i)).map(tree => find(tree, X[i]));
    if (votes.length === 0) continue;
    result.covered++;
    if (top(tab(votes, classes)) === y[i]) right++;
  }
  if (result.covered > 0) result.accuracy = right / result.covered;
  return result;
}
