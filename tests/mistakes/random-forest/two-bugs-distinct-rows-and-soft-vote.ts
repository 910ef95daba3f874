// Two mistakes: rows count once, and the shares of the leaves are added up.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const argmax = (a: number[]) => a.indexOf(Math.max(...a));
class Grower {
  constructor(
    private X: number[][],
    private y: number[],
    private K: number,
  ) {
    if (X.length === 0) throw new RangeError('Grower: no rows');
    for (const r of X) if (r.length !== X[0].length) throw new TypeError('Grower: ragged');
    if (y.length !== X.length) throw new TypeError('Grower: y');
    for (const l of y)
      if (!(Number.isInteger(l) && l >= 0 && l < K)) throw new RangeError('Grower: y');
  }
  counts(ids: number[]) {
    const c = Array<number>(this.K).fill(0);
    for (const i of ids) c[this.y[i]]++;
    return c;
  }
  gini(ids: number[]) {
    return this.counts(ids).reduce((s, c) => s - (c / ids.length) ** 2, 1);
  }
  best(ids: number[], features: number[]) {
    let top: { feature: number; threshold: number; gain: number } | null = null;
    for (const feature of [...features].sort((a, b) => a - b)) {
      const v = ids.map(i => this.X[i][feature]).sort((a, b) => a - b);
      for (let k = 1; k < v.length; k++) {
        if (v[k] === v[k - 1]) continue;
        const threshold = (v[k] + v[k - 1]) / 2;
        const [l, r] = this.part(ids, feature, threshold);
        const gain =
          this.gini(ids) - (l.length * this.gini(l) + r.length * this.gini(r)) / ids.length;
        if (!top || gain > top.gain) top = { feature, threshold, gain };
      }
    }
    return top;
  }
  part(ids: number[], feature: number, threshold: number) {
    return [
      ids.filter(i => this.X[i][feature] <= threshold),
      ids.filter(i => this.X[i][feature] > threshold),
    ];
  }
  grow(ids: number[], pick: (node: number) => number[], depth: number, node = 1): Tree {
    const counts = this.counts(ids);
    const q = depth > 0 && Math.max(...counts) < ids.length ? this.best(ids, pick(node)) : null;
    if (!q) return { kind: 'leaf', counts, prediction: argmax(counts) };
    const [l, r] = this.part(ids, q.feature, q.threshold);
    return {
      kind: 'split',
      ...q,
      left: this.grow(l, pick, depth - 1, 2 * node),
      right: this.grow(r, pick, depth - 1, 2 * node + 1),
    };
  }
}
const within = (list: number[], n: number) => {
  if (list.length === 0 || list.some(i => !Number.isInteger(i) || i < 0 || i >= n))
    throw new RangeError('list');
};
export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  const grower = new Grower(X, y, o.classes);
  within(o.features, X[0].length);
  return grower.best([...X.keys()], o.features);
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
) {
  const grower = new Grower(X, y, o.classes);
  if (o.bootstrap.length === 0) throw new RangeError('bootstrap');
  return o.bootstrap.map((b, t) => {
    within(b, X.length);
    return grower.grow([...new Set(b)], node => o.pickFeatures(t, node), o.maxDepth);
  });
}
function shares(tree: Tree, r: number[]): number[] {
  if (tree.kind === 'split')
    return shares(r[tree.feature] <= tree.threshold ? tree.left : tree.right, r);
  const n = tree.counts.reduce((a, b) => a + b, 0);
  return tree.counts.map(c => c / n);
}
const blend = (trees: Tree[], r: number[], K: number) =>
  argmax(
    trees
      .map(t => shares(t, r))
      .reduce((a, p) => a.map((x, k) => x + (p[k] ?? 0)), Array<number>(K).fill(0)),
  );
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) throw new RangeError('trees');
  for (const r of X) if (r.length !== X[0].length) throw new TypeError('ragged');
  return X.map(r => blend(trees, r, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('trees');
  for (const r of X) if (r.length !== X[0].length) throw new TypeError('ragged');
  if (y.length !== X.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  let covered = 0;
  let right = 0;
  X.forEach((r, i) => {
    const free = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (free.length === 0) return;
    covered++;
    if (blend(free, r, classes) === y[i]) right++;
  });
  return { accuracy: covered ? right / covered : 0, covered };
}
