// Takes the rows of the bootstrap and forgets to take their labels along.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const num = (n: number) => [...Array(n).keys()];
const cnt = (y: number[], K: number) =>
  num(K).map(k => y.reduce((s, l) => s + (l === k ? 1 : 0), 0));
const gin = (y: number[], K: number) => cnt(y, K).reduce((s, c) => s - (c / y.length) ** 2, 1);
const bad = (msg: string) => new RangeError(msg);
const testX = (X: number[][]) => {
  if (X.some(r => r.length !== X[0].length)) throw bad('ragged');
};
const testXy = (X: number[][], y: number[], K: number) => {
  if (X.length === 0) throw bad('empty');
  testX(X);
  if (X.length !== y.length) throw bad('y');
  if (y.some(l => !num(K).includes(l))) throw bad('label');
};
export const bestSplit = (
  X: number[][],
  y: number[],
  { classes: K, features }: { classes: number; features: number[] },
) => {
  testXy(X, y, K);
  if (features.length === 0 || features.some(f => !num(X[0].length).includes(f)))
    throw bad('features');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of num(X[0].length).filter(f => features.includes(f))) {
    const col = X.map(r => r[feature]);
    const vs = num(col.length)
      .map(i => col[i])
      .filter((v, i) => col.indexOf(v) === i)
      .sort((a, b) => a - b);
    for (let i = 1; i < vs.length; i++) {
      const threshold = (vs[i - 1] + vs[i]) / 2;
      const a = y.filter((_, j) => col[j] <= threshold);
      const b = y.filter((_, j) => col[j] > threshold);
      const gain = gin(y, K) - (a.length * gin(a, K) + b.length * gin(b, K)) / y.length;
      if (best === null || best.gain < gain) best = { feature, threshold, gain };
    }
  }
  return best;
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
): Tree[] => {
  testXy(X, y, o.classes);
  if (o.bootstrap.length === 0) throw bad('bootstrap');
  const g = (X: number[][], y: number[], t: number, n: number, d: number): Tree => {
    const counts = cnt(y, o.classes);
    const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    if (d >= o.maxDepth || counts.includes(X.length)) return leaf;
    const s = bestSplit(X, y, { classes: o.classes, features: o.pickFeatures(t, n) });
    if (!s) return leaf;
    const part = (want: boolean) =>
      num(X.length).filter(i => X[i][s.feature] <= s.threshold === want);
    const sub = (ids: number[], id: number) =>
      g(
        ids.map(i => X[i]),
        ids.map(i => y[i]),
        t,
        id,
        d + 1,
      );
    return {
      kind: 'split',
      ...s,
      left: sub(part(true), 2 * n),
      right: sub(part(false), 2 * n + 1),
    };
  };
  return o.bootstrap.map((rows, t) => {
    if (rows.length === 0 || rows.some(i => !num(X.length).includes(i))) throw bad('rows');
    const Xs = rows.map(i => X[i]);
    const ys = rows.map((_, i) => y[i % y.length]);
    return g(Xs, ys, t, 1, 0);
  });
};
const walk = (t: Tree, r: number[]): number => {
  let n = t;
  while (n.kind === 'split') n = r[n.feature] <= n.threshold ? n.left : n.right;
  return n.prediction;
};
const maj = (v: number[], K: number) => {
  const c = cnt(v, K);
  return c.indexOf(Math.max(...c));
};
export const predictForest = (trees: Tree[], X: number[][], classes: number) => {
  if (trees.length === 0) throw bad('trees');
  testX(X);
  return X.map(r =>
    maj(
      trees.map(t => walk(t, r)),
      classes,
    ),
  );
};
export const oobAccuracy = (
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) => {
  if (trees.length === 0) throw bad('trees');
  testX(X);
  if (X.length !== y.length || bootstrap.length !== trees.length) throw bad('lengths');
  const votes = X.map((r, i) =>
    trees.filter((_, t) => !bootstrap[t].includes(i)).map(t => walk(t, r)),
  );
  const covered = votes.filter(v => v.length > 0).length;
  const right = votes.filter((v, i) => v.length > 0 && maj(v, classes) === y[i]).length;
  return { accuracy: covered ? right / covered : 0, covered };
};
