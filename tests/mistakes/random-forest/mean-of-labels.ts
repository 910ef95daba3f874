// Rounds the mean of the votes; with three classes, a 0 and a 2 make a 1.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
interface Data {
  X: number[][];
  y: number[];
}
function check({ X, y }: Data, K: number) {
  if (X.length === 0) throw new RangeError('X');
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('row');
  });
  if (y.length !== X.length) throw new TypeError('y');
  y.forEach(label => {
    if (!(Number.isInteger(label) && 0 <= label && label < K)) throw new RangeError('label');
  });
}
const counts = (y: number[], K: number) => {
  const c = new Uint32Array(K);
  for (const l of y) c[l] += 1;
  return Array.from(c);
};
const impurity = (y: number[], K: number) => {
  let s = 1;
  for (const c of counts(y, K)) s -= (c * c) / (y.length * y.length);
  return s;
};
const halves = ({ X, y }: Data, f: number, t: number): [Data, Data] => {
  const a: Data = { X: [], y: [] };
  const b: Data = { X: [], y: [] };
  X.forEach((row, i) => {
    const side = row[f] <= t ? a : b;
    side.X.push(row);
    side.y.push(y[i]);
  });
  return [a, b];
};
function best(data: Data, K: number, features: number[]) {
  let found: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of [...features].sort((p, q) => p - q)) {
    const xs = data.X.map(r => r[feature]).sort((p, q) => p - q);
    xs.forEach((x, i) => {
      if (i === 0 || x === xs[i - 1]) return;
      const threshold = (x + xs[i - 1]) / 2;
      const [a, b] = halves(data, feature, threshold);
      const n = xs.length;
      const gain =
        impurity(data.y, K) -
        (a.y.length / n) * impurity(a.y, K) -
        (b.y.length / n) * impurity(b.y, K);
      if (found === null || gain > found.gain) found = { feature, threshold, gain };
    });
  }
  return found as { feature: number; threshold: number; gain: number } | null;
}
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
) {
  check({ X, y }, options.classes);
  if (options.features.length === 0) throw new RangeError('features');
  options.features.forEach(f => {
    if (!(f in X[0])) throw new RangeError('feature');
  });
  return best({ X, y }, options.classes, options.features);
}
export function fitForest(
  X: number[][],
  y: number[],
  options: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Tree[] {
  check({ X, y }, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('bootstrap');
  const tree = (data: Data, t: number, node: number, depth: number): Tree => {
    const c = counts(data.y, options.classes);
    const leaf: Tree = { kind: 'leaf', counts: c, prediction: c.indexOf(Math.max(...c)) };
    if (depth >= options.maxDepth || new Set(data.y).size === 1) return leaf;
    const split = best(data, options.classes, options.pickFeatures(t, node));
    if (split === null) return leaf;
    const [a, b] = halves(data, split.feature, split.threshold);
    return {
      kind: 'split',
      ...split,
      left: tree(a, t, node * 2, depth + 1),
      right: tree(b, t, node * 2 + 1, depth + 1),
    };
  };
  return options.bootstrap.map((rows, t) => {
    if (rows.length === 0) throw new RangeError('rows');
    rows.forEach(i => {
      if (!(i in X)) throw new RangeError('row');
    });
    return tree({ X: rows.map(i => X[i]), y: rows.map(i => y[i]) }, t, 1, 0);
  });
}
const one = (t: Tree, r: number[]): number =>
  t.kind === 'leaf' ? t.prediction : one(r[t.feature] <= t.threshold ? t.left : t.right, r);
const mean = (xs: number[]) => Math.round(xs.reduce((a, b) => a + b, 0) / xs.length);
export function predictForest(trees: Tree[], X: number[][], _classes: number) {
  if (trees.length === 0) throw new RangeError('trees');
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('row');
  });
  return X.map(r => mean(trees.map(t => one(t, r))));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  _classes: number,
) {
  if (trees.length === 0) throw new RangeError('trees');
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('row');
  });
  if (y.length !== X.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  let covered = 0;
  let right = 0;
  X.forEach((r, i) => {
    const votes = trees.filter((_, t) => !bootstrap[t].includes(i)).map(t => one(t, r));
    if (votes.length === 0) return;
    covered += 1;
    if (mean(votes) === y[i]) right += 1;
  });
  return { accuracy: covered === 0 ? 0 : right / covered, covered };
}
