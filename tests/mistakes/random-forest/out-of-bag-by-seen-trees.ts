// The test for being out of bag is the wrong way round.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

function histogram(labels: number[], classes: number) {
  const h = Array.from({ length: classes }, () => 0);
  for (const l of labels) h[l]++;
  return h;
}
function gini(h: number[], n: number) {
  return 1 - h.map(c => (c / n) ** 2).reduce((a, b) => a + b, 0);
}
function requireRows(X: number[][]) {
  for (const r of X) if (r.length !== X[0].length) throw new TypeError('different lengths');
}
function requireData(X: number[][], y: number[], classes: number) {
  if (X.length === 0) throw new RangeError('no rows');
  requireRows(X);
  if (y.length !== X.length) throw new TypeError('different lengths');
  if (y.some(l => Math.floor(l) !== l || l < 0 || l >= classes)) throw new RangeError('labels');
}
function requireIndices(list: number[], n: number) {
  if (list.length === 0) throw new RangeError('empty');
  if (list.some(i => Math.floor(i) !== i || i < 0 || i >= n)) throw new RangeError('index');
}
function splitOf(X: number[][], y: number[], classes: number, features: number[]) {
  const n = y.length;
  const parent = gini(histogram(y, classes), n);
  const questions = features
    .flatMap(feature => {
      const sorted = Float64Array.from(new Set(X.map(r => r[feature]))).sort();
      return Array.from(sorted.subarray(1), (hi, i) => ({
        feature,
        threshold: (hi + sorted[i]) / 2,
      }));
    })
    .map(({ feature, threshold }) => {
      const low = y.filter((_, i) => X[i][feature] <= threshold);
      const high = y.filter((_, i) => X[i][feature] > threshold);
      const kids =
        low.length * gini(histogram(low, classes), low.length) +
        high.length * gini(histogram(high, classes), high.length);
      return { feature, threshold, gain: parent - kids / n };
    });
  if (questions.length === 0) return null;
  const most = Math.max(...questions.map(x => x.gain));
  return questions
    .filter(x => x.gain === most)
    .sort((a, b) => a.feature - b.feature || a.threshold - b.threshold)[0];
}
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
) {
  requireData(X, y, options.classes);
  requireIndices(options.features, X[0].length);
  return splitOf(X, y, options.classes, options.features);
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
) {
  requireData(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('bootstrap');
  for (const list of options.bootstrap) requireIndices(list, X.length);
  return options.bootstrap.map((list, tree) => {
    function make(Xs: number[][], ys: number[], node: number, depth: number): Tree {
      const counts = histogram(ys, options.classes);
      const end: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
      if (counts.some(c => c === ys.length) || depth === options.maxDepth) return end;
      const s = splitOf(Xs, ys, options.classes, options.pickFeatures(tree, node));
      if (s === null) return end;
      const m = Xs.map(r => r[s.feature] <= s.threshold);
      const left = make(
        Xs.filter((_, i) => m[i]),
        ys.filter((_, i) => m[i]),
        2 * node,
        depth + 1,
      );
      const right = make(
        Xs.filter((_, i) => !m[i]),
        ys.filter((_, i) => !m[i]),
        2 * node + 1,
        depth + 1,
      );
      return { kind: 'split', ...s, left, right };
    }
    return make(
      list.map(i => X[i]),
      list.map(i => y[i]),
      1,
      0,
    );
  });
}
function classOf(tree: Tree, row: number[]): number {
  if (tree.kind === 'leaf') return tree.prediction;
  const next = row[tree.feature] <= tree.threshold ? tree.left : tree.right;
  return classOf(next, row);
}
function voted(trees: Tree[], row: number[], classes: number) {
  const h = histogram(
    trees.map(t => classOf(t, row)),
    classes,
  );
  return h.indexOf(Math.max(...h));
}
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) throw new RangeError('no trees');
  requireRows(X);
  return X.map(r => voted(trees, r, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('no trees');
  requireRows(X);
  if (y.length !== X.length) throw new TypeError('y');
  if (bootstrap.length !== trees.length) throw new TypeError('bootstrap');
  let covered = 0;
  let right = 0;
  for (let i = 0; i < X.length; i++) {
    const jury = trees.filter((_, t) => bootstrap[t].includes(i));
    if (jury.length === 0) continue;
    covered++;
    if (voted(jury, X[i], classes) === y[i]) right++;
  }
  return { accuracy: covered === 0 ? 0 : right / covered, covered };
}
