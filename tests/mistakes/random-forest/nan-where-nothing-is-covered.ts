// Divides by covered whatever it is.
interface L {
  kind: 'leaf';
  counts: number[];
  prediction: number;
}
interface S {
  kind: 'split';
  feature: number;
  threshold: number;
  gain: number;
  left: L | S;
  right: L | S;
}
export type Tree = L | S;
function badData(X: number[][], y: number[], k: number): Error | null {
  if (X.length === 0) return new RangeError('X');
  if (X.some(r => r.length !== X[0].length)) return new TypeError('X');
  if (y.length !== X.length) return new TypeError('y');
  return y.some(l => !(l in new Array(k).fill(0))) ? new RangeError('y') : null;
}
const hist = (y: number[], k: number) =>
  new Array<number>(k).fill(0).map((_, c) => y.filter(l => l === c).length);
function best(X: number[][], y: number[], k: number, fs: number[]) {
  const n = y.length;
  const g = (h: number[]) => {
    const m = h.reduce((a, b) => a + b, 0);
    return m - h.reduce((a, b) => a + b * b, 0) / m;
  };
  const out: { feature: number; threshold: number; gain: number }[] = [];
  fs.slice()
    .sort((a, b) => a - b)
    .forEach(feature => {
      const idx = y.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]);
      const l = new Array<number>(k).fill(0);
      const r = hist(y, k);
      for (let i = 0; i < n - 1; i++) {
        l[y[idx[i]]]++;
        r[y[idx[i]]]--;
        const a = X[idx[i]][feature];
        const b = X[idx[i + 1]][feature];
        if (a < b)
          out.push({ feature, threshold: (a + b) / 2, gain: (g(hist(y, k)) - g(l) - g(r)) / n });
      }
    });
  return out.reduce<(typeof out)[number] | null>(
    (top, q) => (top === null || q.gain > top.gain ? q : top),
    null,
  );
}
export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  const error = badData(X, y, o.classes);
  if (error) throw error;
  if (!o.features.length || !o.features.every(f => f in X[0])) throw new RangeError('features');
  return best(X, y, o.classes, o.features);
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
  const error = badData(X, y, o.classes);
  if (error) throw error;
  if (!o.bootstrap.length || !o.bootstrap.every(b => b.length && b.every(i => i in X)))
    throw new RangeError('bootstrap');
  return o.bootstrap.map((b, t) => {
    const node = (ids: number[], id: number, depth: number): Tree => {
      const ys = ids.map(i => y[i]);
      const counts = hist(ys, o.classes);
      const leaf: L = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
      if (counts[leaf.prediction] === ids.length || depth === o.maxDepth) return leaf;
      const q = best(
        ids.map(i => X[i]),
        ys,
        o.classes,
        o.pickFeatures(t, id),
      );
      if (!q) return leaf;
      const [a, b]: [number[], number[]] = [[], []];
      for (const i of ids) (X[i][q.feature] > q.threshold ? b : a).push(i);
      return {
        kind: 'split',
        ...q,
        left: node(a, id * 2, depth + 1),
        right: node(b, id * 2 + 1, depth + 1),
      };
    };
    return node(b, 1, 0);
  });
}
const cast = (trees: Tree[], row: number[], k: number) => {
  const votes = trees.map(tree => {
    let at = tree;
    while (at.kind === 'split') at = row[at.feature] <= at.threshold ? at.left : at.right;
    return at.prediction;
  });
  const h = hist(votes, k);
  return h.indexOf(Math.max(...h));
};
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (!trees.length) throw new RangeError('trees');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  return X.map(r => cast(trees, r, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (!trees.length) throw new RangeError('trees');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  if (y.length !== X.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  const rows = X.map((_, i) => i).filter(i => !bootstrap.every(b => b.includes(i)));
  const right = rows.filter(
    i =>
      cast(
        trees.filter((_, t) => !bootstrap[t].includes(i)),
        X[i],
        classes,
      ) === y[i],
  );
  return { accuracy: right.length / rows.length, covered: rows.length };
}
