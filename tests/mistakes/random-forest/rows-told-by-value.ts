// Keeps the sampled rows themselves, and takes an equal row for a seen one.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Row = number[];
const key = (row: Row) => row.join('|');
const need = (test: boolean, what: string) => {
  if (!test) throw new TypeError(what);
};
const zip = (X: Row[], y: number[]) => X.map((x, i) => ({ x, l: y[i] }));
type Ex = { x: Row; l: number };
const share = (es: Ex[], k: number) => es.filter(e => e.l === k).length / es.length;
const gini = (es: Ex[], K: number) =>
  1 - [...Array(K).keys()].reduce((s, k) => s + share(es, k) ** 2, 0);
const validate = (X: Row[], y: number[], K: number) => {
  need(X.length > 0, 'X');
  need(
    X.every(x => x.length === X[0].length),
    'X',
  );
  need(X.length === y.length, 'y');
  need(
    y.every(l => l >= 0 && l < K && Math.round(l) === l),
    'y',
  );
};
function ask(es: Ex[], K: number, features: number[]) {
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < es[0].x.length; feature++) {
    if (!features.includes(feature)) continue;
    const vs = [...new Set(es.map(e => e.x[feature]))].sort((a, b) => a - b);
    for (const [i, v] of vs.slice(1).entries()) {
      const threshold = (vs[i] + v) / 2;
      const a = es.filter(e => e.x[feature] <= threshold);
      const b = es.filter(e => e.x[feature] > threshold);
      const gain =
        gini(es, K) - (a.length / es.length) * gini(a, K) - (b.length / es.length) * gini(b, K);
      if (!best || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}
export function bestSplit(X: Row[], y: number[], o: { classes: number; features: number[] }) {
  validate(X, y, o.classes);
  need(o.features.length > 0 && o.features.every(f => f in X[0]), 'features');
  return ask(zip(X, y), o.classes, o.features);
}
export function fitForest(
  X: Row[],
  y: number[],
  o: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (t: number, n: number) => number[];
  },
): Tree[] {
  validate(X, y, o.classes);
  need(o.bootstrap.length > 0, 'bootstrap');
  const all = zip(X, y);
  const tree = (es: Ex[], t: number, n: number, d: number): Tree => {
    const counts = [...Array(o.classes).keys()].map(k => es.filter(e => e.l === k).length);
    const q =
      d < o.maxDepth && es.some(e => e.l !== es[0].l)
        ? ask(es, o.classes, o.pickFeatures(t, n))
        : null;
    if (!q) return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    return {
      kind: 'split',
      ...q,
      left: tree(
        es.filter(e => e.x[q.feature] <= q.threshold),
        t,
        2 * n,
        d + 1,
      ),
      right: tree(
        es.filter(e => e.x[q.feature] > q.threshold),
        t,
        2 * n + 1,
        d + 1,
      ),
    };
  };
  return o.bootstrap.map((b, t) => {
    need(b.length > 0 && b.every(i => i in all), 'list');
    return tree(
      b.map(i => all[i]),
      t,
      1,
      0,
    );
  });
}
const leaf = (t: Tree, x: Row): number =>
  t.kind === 'leaf' ? t.prediction : leaf(x[t.feature] <= t.threshold ? t.left : t.right, x);
export function predictForest(trees: Tree[], X: Row[], classes: number) {
  need(trees.length > 0, 'trees');
  need(
    X.every(x => x.length === X[0].length),
    'X',
  );
  return X.map(x => {
    const votes = [...Array(classes).keys()].map(k => trees.filter(t => leaf(t, x) === k).length);
    return votes.indexOf(Math.max(...votes));
  });
}
export function oobAccuracy(
  trees: Tree[],
  X: Row[],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  need(trees.length > 0 && trees.length === bootstrap.length, 'trees');
  need(X.every(x => x.length === X[0].length) && X.length === y.length, 'X');
  const seen = bootstrap.map(b => new Set(b.map(i => key(X[i]))));
  let covered = 0;
  let right = 0;
  X.forEach((x, i) => {
    const free = trees.filter((_, t) => !seen[t].has(key(x)));
    if (!free.length) return;
    covered += 1;
    if (predictForest(free, [x], classes)[0] === y[i]) right += 1;
  });
  return { accuracy: covered ? right / covered : 0, covered };
}
