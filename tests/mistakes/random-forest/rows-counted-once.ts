// A Set of the bootstrap, so a row that is drawn twice counts once.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
function assertData(X: number[][], y: number[], classes: number) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.find(r => r.length !== X[0].length)) throw new TypeError('ragged');
  if (y.length !== X.length) throw new TypeError('labels');
  for (const l of y)
    if (![...Array(classes).keys()].includes(l)) throw new RangeError('label ' + l);
}
function count(y: number[], classes: number) {
  return [...Array(classes).keys()].map(k => y.filter(l => l === k).length);
}
function mix(y: number[], classes: number) {
  return count(y, classes).reduce((s, c) => s - (c / y.length) ** 2, 1);
}
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
) {
  const { classes, features } = options;
  assertData(X, y, classes);
  if (features.length === 0) throw new RangeError('no features');
  if (features.some(f => !(f >= 0 && f < X[0].length))) throw new RangeError('feature');
  const all = [];
  for (const feature of features) {
    const values = Array.from(new Set(X.map(r => r[feature]))).sort((p, q) => p - q);
    for (let k = 0; k < values.length - 1; k++) {
      const threshold = (values[k] + values[k + 1]) / 2;
      const low: number[] = [];
      const high: number[] = [];
      X.forEach((r, i) => {
        (r[feature] <= threshold ? low : high).push(y[i]);
      });
      const gain =
        mix(y, classes) -
        (low.length / y.length) * mix(low, classes) -
        (high.length / y.length) * mix(high, classes);
      all.push({ feature, threshold, gain });
    }
  }
  if (all.length === 0) return null;
  return all.sort(
    (a, b) => b.gain - a.gain || a.feature - b.feature || a.threshold - b.threshold,
  )[0];
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
  assertData(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('no samples');
  const out: Tree[] = [];
  for (const [t, sample] of options.bootstrap.entries()) {
    if (sample.length === 0 || sample.some(i => !X[i])) throw new RangeError('sample');
    const recurse = (rows: Set<number>, node: number, depth: number): Tree => {
      const ids = [...rows];
      const labels = ids.map(i => y[i]);
      const counts = count(labels, options.classes);
      const prediction = counts.indexOf(Math.max(...counts));
      if (new Set(labels).size > 1 && depth < options.maxDepth) {
        const features = options.pickFeatures(t, node);
        const s = bestSplit(
          ids.map(i => X[i]),
          labels,
          { classes: options.classes, features },
        );
        if (s) {
          const low = new Set(ids.filter(i => X[i][s.feature] <= s.threshold));
          const high = new Set(ids.filter(i => !low.has(i)));
          return {
            kind: 'split',
            ...s,
            left: recurse(low, 2 * node, depth + 1),
            right: recurse(high, 2 * node + 1, depth + 1),
          };
        }
      }
      return { kind: 'leaf', counts, prediction };
    };
    out.push(recurse(new Set(sample), 1, 0));
  }
  return out;
}
function predictOne(tree: Tree, row: number[]) {
  let node = tree;
  while (node.kind !== 'leaf') node = row[node.feature] <= node.threshold ? node.left : node.right;
  return node.prediction;
}
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) throw new RangeError('no trees');
  if (X.find(r => r.length !== X[0].length)) throw new TypeError('ragged');
  return X.map(row => {
    const c = count(
      trees.map(t => predictOne(t, row)),
      classes,
    );
    return c.indexOf(Math.max(...c));
  });
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('no trees');
  if (X.find(r => r.length !== X[0].length)) throw new TypeError('ragged');
  if (y.length !== X.length) throw new TypeError('labels');
  if (bootstrap.length !== trees.length) throw new TypeError('bootstrap');
  let n = 0;
  let ok = 0;
  for (let i = 0; i < X.length; i++) {
    const votes = trees
      .filter((_, t) => bootstrap[t].indexOf(i) === -1)
      .map(t => predictOne(t, X[i]));
    if (votes.length === 0) continue;
    n += 1;
    const c = count(votes, classes);
    if (c.indexOf(Math.max(...c)) === y[i]) ok += 1;
  }
  return { accuracy: n === 0 ? 0 : ok / n, covered: n };
}
