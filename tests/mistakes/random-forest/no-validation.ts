// Right, as long as nothing bad comes in.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const C = (y: number[], K: number) =>
  Array.from({ length: K }, (_, k) => y.filter(l => l === k).length);
const g = (y: number[], K: number) => 1 - C(y, K).reduce((s, c) => s + (c / y.length) ** 2, 0);
export const bestSplit = (
  X: number[][],
  y: number[],
  { classes: K, features }: { classes: number; features: number[] },
) => {
  const qs = [...features]
    .sort((a, b) => a - b)
    .flatMap(feature => {
      const v = [...new Set(X.map(r => r[feature]))].sort((a, b) => a - b);
      return v.slice(1).map((b, i) => ({ feature, threshold: (v[i] + b) / 2 }));
    })
    .map(q => {
      const l = y.filter((_, i) => X[i][q.feature] <= q.threshold);
      const r = y.filter((_, i) => X[i][q.feature] > q.threshold);
      return { ...q, gain: g(y, K) - (l.length * g(l, K) + r.length * g(r, K)) / y.length };
    });
  return qs.length ? qs.reduce((a, b) => (b.gain > a.gain ? b : a)) : null;
};
export const fitForest = (
  X: number[][],
  y: number[],
  o: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (t: number, n: number) => number[];
  },
): Tree[] =>
  o.bootstrap.map((rows, t) => {
    const f = (ids: number[], n: number, d: number): Tree => {
      const ys = ids.map(i => y[i]);
      const counts = C(ys, o.classes);
      const s =
        d < o.maxDepth && !counts.includes(ids.length)
          ? bestSplit(
              ids.map(i => X[i]),
              ys,
              { classes: o.classes, features: o.pickFeatures(t, n) },
            )
          : null;
      if (!s) return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
      return {
        kind: 'split',
        ...s,
        left: f(
          ids.filter(i => X[i][s.feature] <= s.threshold),
          2 * n,
          d + 1,
        ),
        right: f(
          ids.filter(i => X[i][s.feature] > s.threshold),
          2 * n + 1,
          d + 1,
        ),
      };
    };
    return f(rows, 1, 0);
  });
const P = (t: Tree, r: number[]): number =>
  t.kind === 'leaf' ? t.prediction : P(r[t.feature] <= t.threshold ? t.left : t.right, r);
export const predictForest = (trees: Tree[], X: number[][], classes: number) =>
  X.map(r =>
    C(
      trees.map(t => P(t, r)),
      classes,
    ),
  ).map(c => c.indexOf(Math.max(...c)));
export const oobAccuracy = (
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) => {
  const hits = X.flatMap((r, i) => {
    const js = trees.filter((_, t) => !bootstrap[t].includes(i));
    return js.length ? [predictForest(js, [r], classes)[0] === y[i]] : [];
  });
  return {
    accuracy: hits.length ? hits.filter(Boolean).length / hits.length : 0,
    covered: hits.length,
  };
};
