// Does what scikit-learn does: where no picked feature can split, it looks at the others.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

class Checked {
  static rows(X: number[][]) {
    for (const row of X)
      if (row.length !== X[0].length) throw new TypeError('rows of X differ in length');
  }
  static data(X: number[][], y: number[], classes: number) {
    if (X.length === 0) throw new RangeError('X has no rows');
    Checked.rows(X);
    if (y.length !== X.length) throw new TypeError('y has another length than X');
    for (const label of y)
      if (!Number.isInteger(label) || label < 0 || label >= classes) throw new RangeError('label');
  }
  static places(list: number[], end: number) {
    if (list.length === 0) throw new RangeError('empty list');
    for (const i of list)
      if (!Number.isInteger(i) || i < 0 || i >= end) throw new RangeError(`no ${i}`);
  }
  constructor(readonly classes: number) {}
  count(labels: number[]) {
    const c: number[] = new Array(this.classes).fill(0);
    for (const l of labels) c[l]++;
    return c;
  }
  gini(labels: number[]) {
    return this.count(labels).reduce((g, c) => g - (c / labels.length) ** 2, 1);
  }
  search(X: number[][], y: number[], features: number[]) {
    let best: { feature: number; threshold: number; gain: number } | null = null;
    const parent = this.gini(y);
    for (const feature of [...features].sort((a, b) => a - b)) {
      const order = X.map((row, i) => [row[feature], y[i]]).sort((a, b) => a[0] - b[0]);
      for (let k = 1; k < order.length; k++) {
        if (order[k][0] === order[k - 1][0]) continue;
        const a = order.slice(0, k).map(p => p[1]);
        const b = order.slice(k).map(p => p[1]);
        const gain = parent - (a.length * this.gini(a) + b.length * this.gini(b)) / y.length;
        if (best === null || gain > best.gain) {
          best = { feature, threshold: (order[k][0] + order[k - 1][0]) / 2, gain };
        }
      }
    }
    return best;
  }
}
export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  Checked.data(X, y, classes);
  Checked.places(features, X[0].length);
  return new Checked(classes).search(X, y, features);
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
  const { classes, maxDepth, bootstrap, pickFeatures } = options;
  Checked.data(X, y, classes);
  if (bootstrap.length === 0) throw new RangeError('bootstrap is empty');
  for (const list of bootstrap) Checked.places(list, X.length);
  const tools = new Checked(classes);
  const grow = (Xn: number[][], yn: number[], t: number, node: number, depth: number): Tree => {
    const counts = tools.count(yn);
    const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    if (depth >= maxDepth || counts.includes(yn.length)) return leaf;
    const split =
      tools.search(Xn, yn, pickFeatures(t, node)) ?? tools.search(Xn, yn, [...Xn[0].keys()]);
    if (!split) return leaf;
    const at = (low: boolean) =>
      [...Xn.keys()].filter(i => Xn[i][split.feature] <= split.threshold === low);
    const child = (ids: number[], id: number) =>
      grow(
        ids.map(i => Xn[i]),
        ids.map(i => yn[i]),
        t,
        id,
        depth + 1,
      );
    return {
      kind: 'split',
      ...split,
      left: child(at(true), 2 * node),
      right: child(at(false), 2 * node + 1),
    };
  };
  return bootstrap.map((list, t) =>
    grow(
      list.map(i => X[i]),
      list.map(i => y[i]),
      t,
      1,
      0,
    ),
  );
}
function lookUp(tree: Tree, row: number[]): number {
  for (let node = tree; ; node = row[node.feature] <= node.threshold ? node.left : node.right) {
    if (node.kind === 'leaf') return node.prediction;
  }
}
function decide(trees: Tree[], row: number[], classes: number) {
  const c = new Checked(classes).count(trees.map(tree => lookUp(tree, row)));
  return c.indexOf(Math.max(...c));
}
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) throw new RangeError('no trees');
  Checked.rows(X);
  return X.map(row => decide(trees, row, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('no trees');
  Checked.rows(X);
  if (y.length !== X.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  let [covered, right] = [0, 0];
  for (const [i, row] of X.entries()) {
    const unseen = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (unseen.length > 0) {
      covered++;
      if (decide(unseen, row, classes) === y[i]) right++;
    }
  }
  return { accuracy: covered > 0 ? right / covered : 0, covered };
}
