// Two mistakes: the root's features serve the whole tree, and rows seen by all count as wrong.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Labelled = [row: number[], label: number][];
const fail = (message: string): never => {
  throw new RangeError(message);
};
const pairUp = (X: number[][], y: number[], K: number): Labelled => {
  if (X.length === 0) fail('X');
  if (X.some(r => r.length !== X[0].length) || y.length !== X.length) fail('shape');
  if (y.some(l => !Number.isInteger(l) || l < 0 || l >= K)) fail('label');
  return X.map((r, i) => [r, y[i]]);
};
const count = (data: Labelled, K: number) => {
  const c = Array<number>(K).fill(0);
  for (const [, l] of data) c[l] += 1;
  return c;
};
const gini = (data: Labelled, K: number) =>
  count(data, K).reduce((s, c) => s - (c / data.length) ** 2, 1);
const split = (data: Labelled, K: number, features: number[]) => {
  let best: { feature: number; threshold: number; gain: number } | null = null;
  const sorted = features.slice().sort((a, b) => a - b);
  for (const feature of sorted) {
    const byValue = data.slice().sort(([a], [b]) => a[feature] - b[feature]);
    for (let k = 1; k < data.length; k++) {
      const [lo, hi] = [byValue[k - 1][0][feature], byValue[k][0][feature]];
      if (lo === hi) continue;
      const w = k / data.length;
      const gain =
        gini(data, K) - w * gini(byValue.slice(0, k), K) - (1 - w) * gini(byValue.slice(k), K);
      if (best === null || gain > best.gain) best = { feature, threshold: (lo + hi) / 2, gain };
    }
  }
  return best;
};
export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  const data = pairUp(X, y, classes);
  if (features.length === 0 || features.some(f => !(f in X[0]))) fail('features');
  return split(data, classes, features);
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
  const data = pairUp(X, y, o.classes);
  if (o.bootstrap.length === 0) fail('bootstrap');
  return o.bootstrap.map((b, t) => {
    if (b.length === 0 || b.some(i => !(i in data))) fail('list');
    const features = o.pickFeatures(t, 1);
    const grow = (part: Labelled, depth: number): Tree => {
      const counts = count(part, o.classes);
      const stop = depth >= o.maxDepth || counts.filter(Boolean).length < 2;
      const s = stop ? null : split(part, o.classes, features);
      if (s === null)
        return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
      return {
        kind: 'split',
        ...s,
        left: grow(
          part.filter(([r]) => r[s.feature] <= s.threshold),
          depth + 1,
        ),
        right: grow(
          part.filter(([r]) => r[s.feature] > s.threshold),
          depth + 1,
        ),
      };
    };
    return grow(
      b.map(i => data[i]),
      0,
    );
  });
}
const follow = (t: Tree, r: number[]): number =>
  t.kind === 'leaf' ? t.prediction : follow(r[t.feature] <= t.threshold ? t.left : t.right, r);
const vote = (trees: Tree[], r: number[], K: number) => {
  const c = count(
    trees.map(t => [r, follow(t, r)]),
    K,
  );
  return c.indexOf(Math.max(...c));
};
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) fail('trees');
  if (X.some(r => r.length !== X[0].length)) fail('rows');
  return X.map(r => vote(trees, r, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0 || trees.length !== bootstrap.length) fail('trees');
  if (X.some(r => r.length !== X[0].length) || X.length !== y.length) fail('rows');
  let covered = 0;
  let right = 0;
  X.forEach((r, i) => {
    const free = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (free.length === 0) return;
    covered += 1;
    right += Number(vote(free, r, classes) === y[i]);
  });
  return { accuracy: right / X.length, covered };
}
