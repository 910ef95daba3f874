// Two mistakes: in-bag trees test, and a tie goes to the highest class, in leaves and votes.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
function most(counts: number[]): number {
  let k = 0;
  for (let j = 1; j < counts.length; j++) if (counts[j] >= counts[k]) k = j;
  return k;
}
function counted(labels: number[], classes: number): number[] {
  const counts = new Array(classes).fill(0) as number[];
  labels.forEach(l => {
    counts[l]++;
  });
  return counts;
}
const G = (labels: number[]) => {
  const c = new Map<number, number>();
  for (const l of labels) c.set(l, 1 + (c.get(l) ?? 0));
  return [...c.values()].reduce((s, n) => s - (n / labels.length) ** 2, 1);
};
function check(X: number[][], y: number[], classes: number) {
  if (X.length === 0) throw new RangeError('check: X');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('check: X');
  if (X.length !== y.length) throw new TypeError('check: y');
  for (const l of y)
    if (l !== Math.trunc(l) || l < 0 || l > classes - 1) throw new RangeError('check: y');
}
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
) {
  check(X, y, options.classes);
  const { features } = options;
  if (features.length === 0) throw new RangeError('features');
  if (features.some(f => f < 0 || f > X[0].length - 1)) throw new RangeError('features');
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of [...new Set(features)].sort((a, b) => a - b)) {
    const marks = [...new Set(X.map(r => r[feature]))].sort((a, b) => a - b);
    for (let m = 1; m < marks.length; m++) {
      const threshold = (marks[m] + marks[m - 1]) / 2;
      const l: number[] = [];
      const r: number[] = [];
      for (let i = 0; i < y.length; i++) {
        if (X[i][feature] <= threshold) l.push(y[i]);
        else r.push(y[i]);
      }
      const gain = G(y) - (l.length / y.length) * G(l) - (r.length / y.length) * G(r);
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}
export function fitForest(
  X: number[][],
  y: number[],
  options: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (t: number, n: number) => number[];
  },
): Tree[] {
  check(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('bootstrap');
  const forest: Tree[] = [];
  options.bootstrap.forEach((sample, t) => {
    if (sample.length === 0) throw new RangeError('sample');
    if (sample.some(i => i < 0 || i > X.length - 1)) throw new RangeError('sample');
    const step = (Z: number[][], z: number[], node: number, depth: number): Tree => {
      const counts = counted(z, options.classes);
      const leaf: Tree = { kind: 'leaf', counts, prediction: most(counts) };
      if (G(z) === 0 || depth === options.maxDepth) return leaf;
      const s = bestSplit(Z, z, {
        classes: options.classes,
        features: options.pickFeatures(t, node),
      });
      if (s === null) return leaf;
      const low = Z.map(r => r[s.feature] <= s.threshold);
      const left = step(
        Z.filter((_, i) => low[i]),
        z.filter((_, i) => low[i]),
        2 * node,
        depth + 1,
      );
      const right = step(
        Z.filter((_, i) => !low[i]),
        z.filter((_, i) => !low[i]),
        2 * node + 1,
        depth + 1,
      );
      return { kind: 'split', ...s, left, right };
    };
    forest.push(
      step(
        sample.map(i => X[i]),
        sample.map(i => y[i]),
        1,
        0,
      ),
    );
  });
  return forest;
}
function predictTree(t: Tree, row: number[]): number {
  let at = t;
  while (at.kind === 'split') {
    if (row[at.feature] <= at.threshold) at = at.left;
    else at = at.right;
  }
  return at.prediction;
}
export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('trees');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  return X.map(row =>
    most(
      counted(
        trees.map(t => predictTree(t, row)),
        classes,
      ),
    ),
  );
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('trees');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  if (X.length !== y.length || trees.length !== bootstrap.length) throw new TypeError('lengths');
  const tested = X.map((row, i) => {
    const voters = trees.filter((_, t) => bootstrap[t].includes(i));
    return voters.length === 0 ? null : predictForest(voters, [row], classes)[0] === y[i];
  }).filter(x => x !== null);
  return {
    accuracy: tested.length === 0 ? 0 : tested.filter(x => x).length / tested.length,
    covered: tested.length,
  };
}
