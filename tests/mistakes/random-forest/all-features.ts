// Searches every column: features is checked and then forgotten.
export interface Leaf {
  kind: 'leaf';
  counts: number[];
  prediction: number;
}
export interface Split {
  kind: 'split';
  feature: number;
  threshold: number;
  gain: number;
  left: Tree;
  right: Tree;
}
export type Tree = Leaf | Split;

const hist = (y: number[], K: number) => {
  const h = new Array<number>(K).fill(0);
  y.forEach(l => {
    h[l] += 1;
  });
  return h;
};
const gini = (h: number[]) => {
  const n = h.reduce((a, b) => a + b, 0);
  return 1 - h.reduce((s, c) => s + (c / n) ** 2, 0);
};
const guard = (X: number[][], y: number[], K: number) => {
  if (!X.length) throw new RangeError('X');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(l => !Number.isInteger(l) || l < 0 || l >= K)) throw new RangeError('y');
};
export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  guard(X, y, classes);
  if (!features.length || features.some(f => !(f in X[0]))) throw new RangeError('features');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  const I = gini(hist(y, classes));
  for (let feature = 0; feature < X[0].length; feature++) {
    const xs = [...new Set(X.map(r => r[feature]))].sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i++) {
      const threshold = (xs[i] + xs[i + 1]) / 2;
      const l = y.filter((_, k) => X[k][feature] <= threshold);
      const r = y.filter((_, k) => X[k][feature] > threshold);
      const gain =
        I -
        (l.length / y.length) * gini(hist(l, classes)) -
        (r.length / y.length) * gini(hist(r, classes));
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}
export function fitForest(
  X: number[][],
  y: number[],
  opts: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (t: number, n: number) => number[];
  },
): Tree[] {
  guard(X, y, opts.classes);
  if (!opts.bootstrap.length) throw new RangeError('bootstrap');
  const grow = (Xs: number[][], ys: number[], t: number, node: number, depth: number): Tree => {
    const counts = hist(ys, opts.classes);
    const leaf: Leaf = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    if (depth === opts.maxDepth || counts.includes(ys.length)) return leaf;
    const s = bestSplit(Xs, ys, { classes: opts.classes, features: opts.pickFeatures(t, node) });
    if (s === null) return leaf;
    const left = (_: unknown, i: number) => Xs[i][s.feature] <= s.threshold;
    const right = (_: unknown, i: number) => Xs[i][s.feature] > s.threshold;
    return {
      kind: 'split',
      ...s,
      left: grow(Xs.filter(left), ys.filter(left), t, 2 * node, depth + 1),
      right: grow(Xs.filter(right), ys.filter(right), t, 2 * node + 1, depth + 1),
    };
  };
  return opts.bootstrap.map((rows, t) => {
    if (!rows.length || rows.some(i => !(i in X))) throw new RangeError('rows');
    return grow(
      rows.map(i => X[i]),
      rows.map(i => y[i]),
      t,
      1,
      0,
    );
  });
}
const run = (t: Tree, x: number[]): number => {
  while (t.kind === 'split') t = x[t.feature] <= t.threshold ? t.left : t.right;
  return t.prediction;
};
const elect = (trees: Tree[], x: number[], K: number) => {
  const h = hist(
    trees.map(t => run(t, x)),
    K,
  );
  return h.indexOf(Math.max(...h));
};
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (!trees.length) throw new RangeError('trees');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  return X.map(x => elect(trees, x, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (!trees.length) throw new RangeError('trees');
  if (
    X.some(r => r.length !== X[0].length) ||
    y.length !== X.length ||
    bootstrap.length !== trees.length
  ) {
    throw new TypeError('shapes');
  }
  let covered = 0;
  let hit = 0;
  X.forEach((x, i) => {
    const jury = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (!jury.length) return;
    covered++;
    hit += elect(jury, x, classes) === y[i] ? 1 : 0;
  });
  return { accuracy: covered ? hit / covered : 0, covered };
}
