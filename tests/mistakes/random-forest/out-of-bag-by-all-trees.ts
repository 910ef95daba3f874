// Lets every tree vote on every covered row.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const die = (Kind: typeof RangeError, why: string): never => {
  throw new Kind(why);
};
const mode = (labels: number[], K: number): [number[], number] => {
  const votes: number[] = [];
  for (let k = 0; k < K; k++) votes.push(labels.filter(l => l === k).length);
  let best = 0;
  for (let k = 1; k < K; k++) if (votes[k] > votes[best]) best = k;
  return [votes, best];
};
function vet(X: number[][], y: number[], K: number) {
  X.length > 0 || die(RangeError, 'rows');
  X.every(r => r.length === X[0].length) || die(TypeError as typeof RangeError, 'ragged');
  X.length === y.length || die(TypeError as typeof RangeError, 'y');
  y.every(l => l in Array(K).fill(1)) || die(RangeError, 'label');
}
const q = (labels: number[]) => {
  const n = labels.length;
  const tally: Record<number, number> = {};
  for (const l of labels) tally[l] = (tally[l] ?? 0) + 1;
  return n - Object.values(tally).reduce((s, c) => s + (c * c) / n, 0);
};
export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  vet(X, y, classes);
  features.length > 0 || die(RangeError, 'features');
  features.every(f => f in X[0]) || die(RangeError, 'feature');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < X[0].length; feature++) {
    if (!features.includes(feature)) continue;
    const v = [...new Set(X.map(r => r[feature]))].sort((a, b) => a - b);
    for (let i = 1; i < v.length; i++) {
      const threshold = (v[i - 1] + v[i]) / 2;
      const low = y.filter((_, j) => X[j][feature] <= threshold);
      const high = y.filter((_, j) => X[j][feature] > threshold);
      const gain = (q(y) - q(low) - q(high)) / y.length;
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}
export function fitForest(
  X: number[][],
  y: number[],
  p: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (t: number, n: number) => number[];
  },
) {
  vet(X, y, p.classes);
  p.bootstrap.length > 0 || die(RangeError, 'bootstrap');
  const grow = (rows: number[], t: number, id: number): Tree => {
    const [counts, prediction] = mode(
      rows.map(i => y[i]),
      p.classes,
    );
    const depth = id.toString(2).length - 1;
    if (depth < p.maxDepth && counts[prediction] < rows.length) {
      const s = bestSplit(
        rows.map(i => X[i]),
        rows.map(i => y[i]),
        { classes: p.classes, features: p.pickFeatures(t, id) },
      );
      if (s) {
        const low = rows.filter(i => X[i][s.feature] <= s.threshold);
        const high = rows.filter(i => !(X[i][s.feature] <= s.threshold));
        return {
          kind: 'split',
          feature: s.feature,
          threshold: s.threshold,
          gain: s.gain,
          left: grow(low, t, id * 2),
          right: grow(high, t, id * 2 + 1),
        };
      }
    }
    return { kind: 'leaf', counts, prediction };
  };
  return p.bootstrap.map((rows, t) => {
    (rows.length > 0 && rows.every(i => i in X)) || die(RangeError, 'list');
    return grow(rows, t, 1);
  });
}
const go = (t: Tree, r: number[]): number =>
  t.kind === 'leaf' ? t.prediction : go(r[t.feature] <= t.threshold ? t.left : t.right, r);
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  trees.length > 0 || die(RangeError, 'trees');
  X.every(r => r.length === X[0].length) || die(TypeError as typeof RangeError, 'ragged');
  return X.map(
    r =>
      mode(
        trees.map(t => go(t, r)),
        classes,
      )[1],
  );
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  const votes = predictForest(trees, X, classes);
  (y.length === X.length && bootstrap.length === trees.length) ||
    die(TypeError as typeof RangeError, 'lengths');
  const covered = X.map((_, i) => i).filter(i => bootstrap.some(b => !b.includes(i)));
  const right = covered.filter(i => votes[i] === y[i]).length;
  return { accuracy: covered.length ? right / covered.length : 0, covered: covered.length };
}
