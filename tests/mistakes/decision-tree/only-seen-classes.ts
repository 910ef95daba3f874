// Counts with a Map, so that classes which a node lacks have no entry.
type Criterion = 'gini' | 'entropy';
type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
interface Options {
  classes: number;
  maxDepth: number;
  minSamplesSplit?: number;
  criterion?: Criterion;
}

export function impurity(counts: number[], criterion: Criterion): number {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return 0;
  let result = criterion === 'gini' ? 1 : 0;
  for (const c of counts) {
    const p = c / total;
    if (criterion === 'gini') result -= p * p;
    else if (p !== 0) result -= p * Math.log2(p);
  }
  return result;
}

function validate(X: number[][], y: number[], classes: number) {
  if (X.length === 0) throw new RangeError('X is empty');
  if (X.length !== y.length) throw new TypeError('X and y must have the same length');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged rows');
  for (const l of y) {
    if (l < 0 || l >= classes || !Number.isInteger(l)) throw new RangeError(`label ${l}`);
  }
}

const countLabels = (y: number[]) => {
  const seen = new Map<number, number>();
  for (const label of [...y].sort((a, b) => a - b)) seen.set(label, (seen.get(label) ?? 0) + 1);
  return seen;
};

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
) {
  validate(X, y, classes);
  const measure = (labels: number[]) => impurity([...countLabels(labels).values()], criterion);
  const parent = measure(y);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  X[0].forEach((_, feature) => {
    const values = [...new Set(X.map(row => row[feature]))].sort((a, b) => a - b);
    values.slice(1).forEach((value, i) => {
      const threshold = (values[i] + value) / 2;
      const left = y.filter((_, r) => X[r][feature] <= threshold);
      const right = y.filter((_, r) => X[r][feature] > threshold);
      const w = left.length / y.length;
      const gain = parent - w * measure(left) - (1 - w) * measure(right);
      if (!best || gain > best.gain) best = { feature, threshold, gain };
    });
  });
  return best as { feature: number; threshold: number; gain: number } | null;
}

export function buildTree(X: number[][], y: number[], options: Options): Tree {
  validate(X, y, options.classes);
  return build(X, y, options, 0);
}

function build(X: number[][], y: number[], options: Options, depth: number): Tree {
  const seen = countLabels(y);
  const counts = [...seen.values()];
  const prediction = [...seen.keys()][counts.indexOf(Math.max(...counts))];
  const leaf: Tree = { kind: 'leaf', counts, prediction };
  if (seen.size === 1 || depth === options.maxDepth) return leaf;
  if (y.length < (options.minSamplesSplit ?? 2)) return leaf;
  const split = bestSplit(X, y, options);
  if (!split) return leaf;
  const l = X.map(row => row[split.feature] <= split.threshold);
  return {
    kind: 'split',
    ...split,
    left: build(
      X.filter((_, i) => l[i]),
      y.filter((_, i) => l[i]),
      options,
      depth + 1,
    ),
    right: build(
      X.filter((_, i) => !l[i]),
      y.filter((_, i) => !l[i]),
      options,
      depth + 1,
    ),
  };
}

export function predict(tree: Tree, X: number[][]): number[] {
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged rows');
  return X.map(row => {
    let node = tree;
    while (node.kind !== 'leaf') {
      node = row[node.feature] <= node.threshold ? node.left : node.right;
    }
    return node.prediction;
  });
}
