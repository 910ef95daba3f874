// Everything rounded to single precision on the way.
type Criterion = 'gini' | 'entropy';
type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const f = Math.fround;

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, b) => a + b, 0);
  if (!n) return 0;
  let sum = f(0);
  for (const count of counts) {
    const p = f(count / n);
    if (criterion === 'gini') sum = f(sum + f(p * p));
    else if (p > 0) sum = f(sum + f(p * f(Math.log2(p))));
  }
  return criterion === 'gini' ? f(1 - sum) : f(-sum);
}

function check(X: number[][], y: number[] | null, classes: number) {
  if (y) {
    if (X.length === 0) throw RangeError('X is empty');
    if (X.length !== y.length) throw TypeError('y does not fit X');
    for (const label of y) {
      if (!Array.from({ length: classes }, (_, k) => k).includes(label)) throw RangeError('label');
    }
  }
  if (new Set(X.map(row => row.length)).size > 1) throw TypeError('X is ragged');
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
) {
  check(X, y, classes);
  const rows = X.map(row => Float32Array.from(row));
  const n = rows.length;
  const count = (labels: number[]) => {
    const counts = Array(classes).fill(0);
    for (const label of labels) counts[label]++;
    return counts;
  };
  const parent = impurity(count(y), criterion);
  let best = null as { feature: number; threshold: number; gain: number } | null;
  for (let j = 0; j < X[0].length; j++) {
    const pairs = rows.map((row, i) => ({ x: row[j], label: y[i] })).sort((a, b) => a.x - b.x);
    for (let i = 1; i < n; i++) {
      if (pairs[i].x === pairs[i - 1].x) continue;
      const labels = pairs.map(pair => pair.label);
      const l = impurity(count(labels.slice(0, i)), criterion);
      const r = impurity(count(labels.slice(i)), criterion);
      const gain = f(parent - f(f(f(i / n) * l) + f(f((n - i) / n) * r)));
      const threshold = f((pairs[i].x + pairs[i - 1].x) / 2);
      if (best === null || gain > best.gain) best = { feature: j, threshold, gain };
    }
  }
  return best;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
  depth = 0,
): Tree {
  check(X, y, options.classes);
  const counts = Array(options.classes).fill(0);
  for (const label of y) counts[label]++;
  const prediction = counts.indexOf(Math.max(...counts));
  const distinct = new Set(y).size;
  if (distinct > 1 && depth < options.maxDepth && y.length >= (options.minSamplesSplit ?? 2)) {
    const split = bestSplit(X, y, options);
    if (split) {
      const at = (want: boolean) =>
        X.map((_, i) => i).filter(i => f(X[i][split.feature]) <= split.threshold === want);
      const grow = (ids: number[]) =>
        buildTree(
          ids.map(i => X[i]),
          ids.map(i => y[i]),
          options,
          depth + 1,
        );
      return { kind: 'split', ...split, left: grow(at(true)), right: grow(at(false)) };
    }
  }
  return { kind: 'leaf', counts, prediction };
}

export function predict(tree: Tree, X: number[][]): number[] {
  check(X, null, 0);
  const labels = [];
  for (const row of X) {
    let node = tree;
    while ('left' in node) {
      node = f(row[node.feature]) <= f(node.threshold) ? node.left : node.right;
    }
    labels.push(node.prediction);
  }
  return labels;
}
