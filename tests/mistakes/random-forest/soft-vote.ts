// Adds up the class shares of the leaves, as scikit-learn does, instead of counting votes.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Leaf = Extract<Tree, { kind: 'leaf' }>;
const sum = (a: number[]) => a.reduce((p, q) => p + q, 0);
const top = (a: number[]) => a.reduce((best, x, k) => (x > a[best] + 1e-12 ? k : best), 0);
const G = (c: number[]) => sum(c.map(x => (x / sum(c)) * (1 - x / sum(c))));
const ok = (cond: unknown, message: string): void => {
  if (!cond) throw new TypeError(message);
};
function inspect(X: number[][], y?: number[], K?: number) {
  ok(
    X.every(r => r.length === X[0].length),
    'ragged',
  );
  if (y) ok(y.length === X.length, 'y');
  if (y && K) ok(X.length > 0 && y.every(l => Number.isInteger(l) && l >= 0 && l < K), 'labels');
}
export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  inspect(X, y, o.classes);
  ok(o.features.length > 0 && o.features.every(f => f in X[0]), 'features');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of [...o.features].sort((a, b) => a - b)) {
    const order = [...X.keys()].sort((a, b) => X[a][feature] - X[b][feature]);
    const L = Array<number>(o.classes).fill(0);
    const R = Array<number>(o.classes).fill(0);
    for (const l of y) R[l]++;
    const whole = G(R);
    for (let s = 0; s + 1 < order.length; s++) {
      L[y[order[s]]]++;
      R[y[order[s]]]--;
      const [a, b] = [X[order[s]][feature], X[order[s + 1]][feature]];
      if (a === b) continue;
      const gain = whole - (sum(L) * G(L) + sum(R) * G(R)) / y.length;
      if (!best || gain > best.gain) best = { feature, threshold: (a + b) / 2, gain };
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
  inspect(X, y, o.classes);
  ok(X.length && o.bootstrap.length, 'bootstrap');
  const node = (ids: number[], t: number, id: number, d: number): Tree => {
    const counts = Array<number>(o.classes).fill(0);
    for (const i of ids) counts[y[i]]++;
    const pure = counts.filter(c => c > 0).length === 1;
    const s =
      pure || d === 0
        ? null
        : bestSplit(
            ids.map(i => X[i]),
            ids.map(i => y[i]),
            { classes: o.classes, features: o.pickFeatures(t, id) },
          );
    if (!s) return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    return {
      kind: 'split',
      ...s,
      left: node(
        ids.filter(i => X[i][s.feature] <= s.threshold),
        t,
        2 * id,
        d - 1,
      ),
      right: node(
        ids.filter(i => X[i][s.feature] > s.threshold),
        t,
        2 * id + 1,
        d - 1,
      ),
    };
  };
  return o.bootstrap.map((ids, t) => {
    ok(ids.length && ids.every(i => i in X), 'ids');
    return node(ids, t, 1, o.maxDepth);
  });
}
function leafOf(t: Tree, r: number[]): Leaf {
  return t.kind === 'leaf' ? t : leafOf(r[t.feature] <= t.threshold ? t.left : t.right, r);
}
function soft(trees: Tree[], r: number[], K: number) {
  const p = Array<number>(K).fill(0);
  for (const t of trees) {
    const { counts } = leafOf(t, r);
    counts.forEach((c, k) => {
      p[k] += c / sum(counts);
    });
  }
  return top(p);
}
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  ok(trees.length, 'trees');
  inspect(X);
  return X.map(r => soft(trees, r, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  ok(trees.length && trees.length === bootstrap.length, 'trees');
  inspect(X, y);
  const scored = X.flatMap((r, i) => {
    const jury = trees.filter((_, t) => !bootstrap[t].includes(i));
    return jury.length ? [Number(soft(jury, r, classes) === y[i])] : [];
  });
  return { accuracy: scored.length ? sum(scored) / scored.length : 0, covered: scored.length };
}
