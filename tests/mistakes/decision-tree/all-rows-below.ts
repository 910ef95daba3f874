// Hands all rows on to the right child.
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

function histogram(y: number[], classes: number): number[] {
  const counts = new Array(classes).fill(0);
  y.forEach(label => {
    counts[label]++;
  });
  return counts;
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
) {
  validate(X, y, classes);
  const n = X.length;
  const parent = impurity(histogram(y, classes), criterion);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < X[0].length; feature++) {
    const values = Array.from(new Set(X.map(row => row[feature]))).sort((a, b) => a - b);
    for (let i = 1; i < values.length; i++) {
      const threshold = (values[i - 1] + values[i]) / 2;
      const left = y.filter((_, r) => X[r][feature] <= threshold);
      const right = y.filter((_, r) => X[r][feature] > threshold);
      if (left.length === 0 || right.length === 0) continue;
      const children =
        (left.length * impurity(histogram(left, classes), criterion) +
          right.length * impurity(histogram(right, classes), criterion)) /
        n;
      const gain = parent - children;
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}

export function buildTree(X: number[][], y: number[], options: Options): Tree {
  validate(X, y, options.classes);
  const recurse = (rows: number[][], labels: number[], depth: number): Tree => {
    const counts = histogram(labels, options.classes);
    const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    if (new Set(labels).size === 1) return leaf;
    if (depth >= options.maxDepth || labels.length < (options.minSamplesSplit ?? 2)) return leaf;
    const split = bestSplit(rows, labels, options);
    if (split === null) return leaf;
    const isLeft = rows.map(row => row[split.feature] <= split.threshold);
    const pick = <T>(list: T[], side: boolean) => list.filter((_, i) => isLeft[i] === side);
    return {
      kind: 'split',
      ...split,
      left: recurse(pick(rows, true), pick(labels, true), depth + 1),
      right: recurse(rows, labels, depth + 1),
    };
  };
  return recurse(X, y, 0);
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
