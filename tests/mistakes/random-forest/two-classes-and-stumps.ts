// Made for the example: labels 0 and 1, and trees of depth 1.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const refuse = (bad: boolean, text: string) => {
  if (bad) throw new RangeError(text);
};
const share = (y: number[]) => y.filter(l => l === 1).length / y.length;
const gini = (y: number[]) => 2 * share(y) * (1 - share(y));
function check(X: number[][], y: number[], classes: number) {
  refuse(X.length === 0, 'rows');
  refuse(X.some(r => r.length !== X[0].length) || X.length !== y.length, 'shape');
  refuse(
    y.some(l => !(l >= 0 && l < classes && Number.isInteger(l))),
    'labels',
  );
}
export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  check(X, y, o.classes);
  refuse(o.features.length === 0 || o.features.some(f => X[0][f] === undefined), 'features');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of [...o.features].sort((a, b) => a - b)) {
    const v = [...new Set(X.map(r => r[feature]))].sort((a, b) => a - b);
    for (let i = 1; i < v.length; i++) {
      const threshold = (v[i - 1] + v[i]) / 2;
      const L = y.filter((_, k) => X[k][feature] <= threshold);
      const R = y.filter((_, k) => X[k][feature] > threshold);
      const gain = gini(y) - (L.length * gini(L) + R.length * gini(R)) / y.length;
      if (!best || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}
const leaf = (y: number[], classes: number): Tree => {
  const counts = Array(classes).fill(0);
  for (const l of y) counts[l]++;
  return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
};
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
  check(X, y, o.classes);
  refuse(o.bootstrap.length === 0, 'bootstrap');
  return o.bootstrap.map((list, t) => {
    refuse(list.length === 0 || list.some(i => X[i] === undefined), 'list');
    const Xs = list.map(i => X[i]);
    const ys = list.map(i => y[i]);
    if (o.maxDepth === 0 || new Set(ys).size === 1) return leaf(ys, o.classes);
    const best = bestSplit(Xs, ys, { classes: o.classes, features: o.pickFeatures(t, 1) });
    if (!best) return leaf(ys, o.classes);
    const goes = Xs.map(r => r[best.feature] <= best.threshold);
    return {
      kind: 'split',
      ...best,
      left: leaf(
        ys.filter((_, i) => goes[i]),
        o.classes,
      ),
      right: leaf(
        ys.filter((_, i) => !goes[i]),
        o.classes,
      ),
    };
  });
}
const ask = (t: Tree, r: number[]): number =>
  t.kind === 'leaf' ? t.prediction : ask(r[t.feature] <= t.threshold ? t.left : t.right, r);
export function predictForest(trees: Tree[], X: number[][], _classes: number) {
  refuse(trees.length === 0 || X.some(r => r.length !== X[0].length), 'trees or rows');
  return X.map(r => (trees.filter(t => ask(t, r) === 1).length * 2 > trees.length ? 1 : 0));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  _c: number,
) {
  refuse(trees.length === 0 || X.some(r => r.length !== X[0].length), 'trees or rows');
  refuse(y.length !== X.length || bootstrap.length !== trees.length, 'lengths');
  let covered = 0;
  let right = 0;
  X.forEach((r, i) => {
    const jury = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (!jury.length) return;
    covered++;
    if (predictForest(jury, [r], 2)[0] === y[i]) right++;
  });
  return { accuracy: covered ? right / covered : 0, covered };
}
