// Picks features once for each tree and keeps them for all its nodes.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
class Bag {
  constructor(
    readonly X: number[][],
    readonly y: number[],
    readonly K: number,
  ) {}
  static checked(X: number[][], y: number[], K: number) {
    if (X.length === 0) throw new RangeError('Bag: empty');
    if (!X.every(r => r.length === X[0].length)) throw new TypeError('Bag: ragged');
    if (X.length !== y.length) throw new TypeError('Bag: lengths');
    if (!y.every(l => l >= 0 && l < K && l % 1 === 0)) throw new RangeError('Bag: label');
    return new Bag(X, y, K);
  }
  take(rows: number[]) {
    return new Bag(
      rows.map(i => this.X[i]),
      rows.map(i => this.y[i]),
      this.K,
    );
  }
  get counts() {
    const c: number[] = Array(this.K).fill(0);
    for (const l of this.y) c[l]++;
    return c;
  }
  get gini() {
    return 1 - this.counts.reduce((s, c) => s + (c / this.y.length) ** 2, 0);
  }
  split(f: number, th: number): [Bag, Bag] {
    const idx = this.y.map((_, i) => i);
    return [
      this.take(idx.filter(i => this.X[i][f] <= th)),
      this.take(idx.filter(i => this.X[i][f] > th)),
    ];
  }
  best(features: number[]) {
    let best: { feature: number; threshold: number; gain: number } | null = null;
    for (const feature of features.slice().sort((a, b) => a - b)) {
      const v = [...new Set(this.X.map(r => r[feature]))].sort((a, b) => a - b);
      for (let i = 1; i < v.length; i++) {
        const threshold = (v[i] + v[i - 1]) / 2;
        const [a, b] = this.split(feature, threshold);
        const gain = this.gini - (a.y.length * a.gini + b.y.length * b.gini) / this.y.length;
        if (!best || gain > best.gain) best = { feature, threshold, gain };
      }
    }
    return best;
  }
}
export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  const bag = Bag.checked(X, y, o.classes);
  if (o.features.length === 0 || o.features.some(f => X[0][f] === undefined))
    throw new RangeError('features');
  return bag.best(o.features);
}
function plant(bag: Bag, features: number[], left: number): Tree {
  const counts = bag.counts;
  const best = left > 0 && Math.max(...counts) < bag.y.length ? bag.best(features) : null;
  if (!best) return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
  const [a, b] = bag.split(best.feature, best.threshold);
  return {
    kind: 'split',
    ...best,
    left: plant(a, features, left - 1),
    right: plant(b, features, left - 1),
  };
}
export function fitForest(
  X: number[][],
  y: number[],
  o: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (t: number, node: number) => number[];
  },
): Tree[] {
  const all = Bag.checked(X, y, o.classes);
  if (o.bootstrap.length === 0) throw new RangeError('no bootstrap');
  return o.bootstrap.map((rows, t) => {
    if (rows.length === 0 || rows.some(i => X[i] === undefined)) throw new RangeError('rows');
    return plant(all.take(rows), o.pickFeatures(t, 1), o.maxDepth);
  });
}
const say = (t: Tree, r: number[]): number => {
  if (t.kind === 'leaf') return t.prediction;
  return r[t.feature] <= t.threshold ? say(t.left, r) : say(t.right, r);
};
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) throw new RangeError('trees');
  if (!X.every(r => r.length === X[0].length)) throw new TypeError('ragged');
  return X.map(
    r =>
      new Bag(
        trees.map(() => r),
        trees.map(t => say(t, r)),
        classes,
      ).counts,
  ).map(c => c.indexOf(Math.max(...c)));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('trees');
  if (!X.every(r => r.length === X[0].length)) throw new TypeError('ragged');
  if (y.length !== X.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  const rows = X.map((_, i) => i).filter(i => bootstrap.some(b => !b.includes(i)));
  const right = rows.filter(
    i =>
      predictForest(
        trees.filter((_, t) => !bootstrap[t].includes(i)),
        [X[i]],
        classes,
      )[0] === y[i],
  );
  return { accuracy: rows.length ? right.length / rows.length : 0, covered: rows.length };
}
