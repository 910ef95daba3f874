// Heap numbers from 0: children 2i + 1 and 2i + 2.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
interface Task {
  X: number[][];
  y: number[];
  classes: number;
}
const sq = (x: number) => x * x;
const total = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
const spread = ({ y, classes }: Task, ids: number[]) => {
  const c = new Array<number>(classes).fill(0);
  ids.forEach(i => {
    c[y[i]] += 1;
  });
  return c;
};
const impure = (c: number[]) => 1 - total(c.map(sq)) / sq(total(c));
function confirm({ X, y, classes }: Task) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('rows');
  if (y.length !== X.length) throw new TypeError('labels');
  if (!y.every(l => Number.isInteger(l) && l >= 0 && l < classes)) throw new RangeError('labels');
}
function choose(task: Task, ids: number[], features: number[]) {
  const all = spread(task, ids);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of Array.from(features).sort((a, b) => a - b)) {
    const values = Array.from(new Set(ids.map(i => task.X[i][feature]))).sort((a, b) => a - b);
    for (let v = 0; v + 1 < values.length; v += 1) {
      const threshold = values[v] / 2 + values[v + 1] / 2;
      const low = spread(
        task,
        ids.filter(i => task.X[i][feature] <= threshold),
      );
      const high = all.map((c, k) => c - low[k]);
      const gain =
        impure(all) -
        (total(low) / ids.length) * impure(low) -
        (total(high) / ids.length) * impure(high);
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}
export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  const task = { X, y, classes };
  confirm(task);
  if (features.length === 0 || !features.every(f => f >= 0 && f < X[0].length))
    throw new RangeError('features');
  return choose(task, [...X.keys()], features);
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
  const task = { X, y, classes: options.classes };
  confirm(task);
  if (options.bootstrap.length === 0) throw new RangeError('bootstrap');
  const make = (ids: number[], t: number, node: number, depth: number): Tree => {
    const counts = spread(task, ids);
    const prediction = counts.indexOf(Math.max(...counts));
    const q =
      counts[prediction] < ids.length && depth < options.maxDepth
        ? choose(task, ids, options.pickFeatures(t, node))
        : null;
    if (q === null) return { kind: 'leaf', counts, prediction };
    const [low, high] = [true, false].map(side =>
      ids.filter(i => X[i][q.feature] <= q.threshold === side),
    );
    return {
      kind: 'split',
      ...q,
      left: make(low, t, 2 * node + 1, depth + 1),
      right: make(high, t, 2 * node + 2, depth + 1),
    };
  };
  return options.bootstrap.map((ids, t) => {
    if (ids.length === 0 || !ids.every(i => i >= 0 && i < X.length)) throw new RangeError('ids');
    return make(ids, t, 0, 0);
  });
}
const reach = (tree: Tree, x: number[]): number => {
  if (tree.kind === 'leaf') return tree.prediction;
  return x[tree.feature] <= tree.threshold ? reach(tree.left, x) : reach(tree.right, x);
};
const poll = (trees: Tree[], x: number[], classes: number) => {
  const votes = trees.map(tree => reach(tree, x));
  const c = spread({ X: [], y: votes, classes }, [...votes.keys()]);
  return c.indexOf(Math.max(...c));
};
export function predictForest(trees: Tree[], X: number[][], classes: number) {
  if (trees.length === 0) throw new RangeError('trees');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('rows');
  return X.map(x => poll(trees, x, classes));
}
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('trees');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('rows');
  if (y.length !== X.length) throw new TypeError('labels');
  if (bootstrap.length !== trees.length) throw new TypeError('lists');
  const marks = X.flatMap((x, i) => {
    const free = trees.filter((_, t) => bootstrap[t].every(j => j !== i));
    return free.length ? [poll(free, x, classes) === y[i] ? 1 : 0] : [];
  });
  return { accuracy: marks.length ? total(marks) / marks.length : 0, covered: marks.length };
}
