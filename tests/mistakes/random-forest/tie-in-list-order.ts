// Goes through the features as they are listed, so a tie goes to whichever comes first.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Q = { feature: number; threshold: number; gain: number };
const throwIf = (bad: boolean, message: string) => {
  if (bad) throw new RangeError(message);
};
const examine = (X: number[][], y: number[], K: number) => {
  throwIf(X.length === 0, 'no examples');
  throwIf(
    X.some(x => x.length !== X[0].length),
    'ragged',
  );
  throwIf(y.length !== X.length, 'labels');
  throwIf(
    y.some(l => l < 0 || l >= K || !Number.isInteger(l)),
    'label',
  );
};
const bins = (y: number[], K: number) => {
  const b = Array<number>(K).fill(0);
  for (const l of y) b[l] += 1;
  return b;
};
const purity = (y: number[], K: number) => bins(y, K).reduce((s, c) => s + c * c, 0) / y.length;
export function bestSplit(
  X: number[][],
  y: number[],
  { classes: K, features }: { classes: number; features: number[] },
): Q | null {
  examine(X, y, K);
  throwIf(features.length === 0, 'features');
  throwIf(
    features.some(f => X[0][f] === undefined),
    'feature',
  );
  let best: Q | null = null;
  for (const feature of features) {
    const distinct = [...new Set(X.map(x => x[feature]))].sort((a, b) => a - b);
    for (let i = 1; i < distinct.length; i++) {
      const threshold = (distinct[i - 1] + distinct[i]) / 2;
      const low = y.filter((_, j) => X[j][feature] <= threshold);
      const high = y.filter((_, j) => X[j][feature] > threshold);
      const gain = (purity(low, K) + purity(high, K) - purity(y, K)) / y.length;
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
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
  examine(X, y, o.classes);
  throwIf(o.bootstrap.length === 0, 'bootstrap');
  return o.bootstrap.map((rows, t) => {
    throwIf(rows.length === 0 || rows.some(i => X[i] === undefined), 'rows');
    const down = (rows: number[], id: number, depth: number): Tree => {
      const labels = rows.map(i => y[i]);
      const counts = bins(labels, o.classes);
      const split =
        depth < o.maxDepth && new Set(labels).size > 1
          ? bestSplit(
              rows.map(i => X[i]),
              labels,
              { classes: o.classes, features: o.pickFeatures(t, id) },
            )
          : null;
      if (split === null)
        return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
      const is = (i: number) => X[i][split.feature] <= split.threshold;
      return {
        kind: 'split',
        ...split,
        left: down(rows.filter(is), 2 * id, depth + 1),
        right: down(
          rows.filter(i => !is(i)),
          2 * id + 1,
          depth + 1,
        ),
      };
    };
    return down(rows, 1, 0);
  });
}
const end = (t: Tree, x: number[]): number =>
  t.kind === 'leaf' ? t.prediction : end(x[t.feature] <= t.threshold ? t.left : t.right, x);
const elect = (ts: Tree[], x: number[], K: number) => {
  const b = bins(
    ts.map(t => end(t, x)),
    K,
  );
  return b.indexOf(Math.max(...b));
};
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  throwIf(trees.length === 0, 'trees');
  throwIf(
    X.some(x => x.length !== X[0].length),
    'ragged',
  );
  return X.map(x => elect(trees, x, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  throwIf(trees.length === 0, 'trees');
  throwIf(
    X.some(x => x.length !== X[0].length) ||
      X.length !== y.length ||
      trees.length !== bootstrap.length,
    'shapes',
  );
  const results = X.map((x, i) => {
    const ts = trees.filter((_, t) => !bootstrap[t].includes(i));
    return ts.length === 0 ? -1 : Number(elect(ts, x, classes) === y[i]);
  }).filter(r => r >= 0);
  return {
    accuracy: results.reduce((a, b) => a + b, 0) / (results.length || 1),
    covered: results.length,
  };
}
