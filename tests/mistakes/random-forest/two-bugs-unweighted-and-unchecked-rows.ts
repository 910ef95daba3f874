// Two mistakes: children count the same whatever their size, and bootstrap is not looked at.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const vec = (n: number) => Array<number>(n).fill(0);
const add = (labels: number[], K: number) => labels.reduce((c, l) => c.with(l, c[l] + 1), vec(K));
const I = (c: number[]) => {
  const n = c.reduce((a, b) => a + b);
  return c.reduce((s, x) => s + (x / n) * (1 - x / n), 0);
};
const stop = (Kind: ErrorConstructor, text: string) => {
  throw new Kind(text);
};
const test = (X: number[][], y: number[], K: number) => {
  if (!X.length) stop(RangeError, 'X');
  if (X.some(r => r.length - X[0].length)) stop(TypeError, 'X');
  if (y.length - X.length) stop(TypeError, 'y');
  if (y.some(l => l % 1 || l < 0 || l >= K)) stop(RangeError, 'y');
};
export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  test(X, y, o.classes);
  if (!o.features.length) stop(RangeError, 'features');
  if (o.features.some(f => X[0][f] === undefined)) stop(RangeError, 'features');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of o.features.toSorted((a, b) => a - b)) {
    const order = X.map((r, i) => ({ v: r[feature], l: y[i] })).sort((a, b) => a.v - b.v);
    for (let k = 1; k < order.length; k++) {
      if (order[k].v === order[k - 1].v) continue;
      const low = add(
        order.slice(0, k).map(e => e.l),
        o.classes,
      );
      const high = add(
        order.slice(k).map(e => e.l),
        o.classes,
      );
      const gain = I(add(y, o.classes)) - (I(low) + I(high)) / 2;
      if (!best || gain > best.gain)
        best = { feature, threshold: (order[k].v + order[k - 1].v) / 2, gain };
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
) {
  test(X, y, o.classes);
  const rec = (rows: number[], t: number, n: number, d: number): Tree => {
    const counts = add(
      rows.map(i => y[i]),
      o.classes,
    );
    const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    if (d === 0 || I(counts) < 1e-12) return leaf;
    const q = bestSplit(
      rows.map(i => X[i]),
      rows.map(i => y[i]),
      { classes: o.classes, features: o.pickFeatures(t, n) },
    );
    if (!q) return leaf;
    const yes = rows.filter(i => X[i][q.feature] <= q.threshold);
    const no = rows.filter(i => X[i][q.feature] > q.threshold);
    return {
      kind: 'split',
      ...q,
      left: rec(yes, t, 2 * n, d - 1),
      right: rec(no, t, 2 * n + 1, d - 1),
    };
  };
  return o.bootstrap.map((rows, t) => rec(rows, t, 1, o.maxDepth));
}
const at = (t: Tree, r: number[]): number =>
  t.kind === 'leaf' ? t.prediction : at(r[t.feature] <= t.threshold ? t.left : t.right, r);
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (!trees.length) stop(RangeError, 'trees');
  if (X.some(r => r.length - X[0].length)) stop(TypeError, 'X');
  return X.map(r =>
    add(
      trees.map(t => at(t, r)),
      classes,
    ),
  ).map(c => c.indexOf(Math.max(...c)));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (!trees.length) stop(RangeError, 'trees');
  if (X.some(r => r.length - X[0].length)) stop(TypeError, 'X');
  if (y.length - X.length || bootstrap.length - trees.length) stop(TypeError, 'lengths');
  let [n, ok] = [0, 0];
  for (const i of X.keys()) {
    const free = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (!free.length) continue;
    n++;
    if (predictForest(free, [X[i]], classes)[0] === y[i]) ok++;
  }
  return { accuracy: n ? ok / n : 0, covered: n };
}
