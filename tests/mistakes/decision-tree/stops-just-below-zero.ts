// Makes a leaf where rounding leaves the best gain just below 0.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

interface Options {
  classes: number;
  maxDepth: number;
  minSamplesSplit?: number;
  criterion?: Criterion;
}

/** How mixed a node is: 1 − Σp² (gini) or −Σ p·log₂p (entropy); 0 for a node without examples. */
export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return 0;
  const shares = counts.map(count => count / n); // [classes]
  if (criterion === 'gini') return 1 - shares.reduce((sum, p) => sum + p * p, 0);
  // A share of 0 adds nothing; 0 · log₂0 would be NaN.
  return shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}

/**
 * Sorts the examples once for each feature and moves them from right to left one by one, so that
 * the counts of both sides are known at every threshold without counting again.
 */
export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  checkData('bestSplit', X, y, classes);
  const n = X.length;
  const all = countClasses(y, classes); // [classes]
  const parent = impurity(all, criterion);
  let best: { feature: number; threshold: number; gain: number } | null = null;

  for (let feature = 0; feature < X[0].length; feature += 1) {
    const order = X.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]); // [n]
    const left = all.map(() => 0); // [classes]
    const right = [...all]; // [classes]
    for (let size = 1; size < n; size += 1) {
      const last = order[size - 1];
      left[y[last]] += 1;
      right[y[last]] -= 1;
      const below = X[last][feature];
      const above = X[order[size]][feature];
      if (below === above) continue;
      const children = size * impurity(left, criterion) + (n - size) * impurity(right, criterion);
      const gain = parent - children / n;
      // Only a larger gain replaces the best, so the lowest feature and threshold keep a tie.
      if (best === null || gain > best.gain) {
        best = { feature, threshold: (below + above) / 2, gain };
      }
    }
  }
  return best;
}

export function buildTree(X: number[][], y: number[], options: Options): Tree {
  checkData('buildTree', X, y, options.classes);
  return grow(X, y, 0, options);
}

/** A node and all below it, from the examples that reach it. */
function grow(X: number[][], y: number[], depth: number, options: Options): Tree {
  const { classes, maxDepth, minSamplesSplit = 2, criterion } = options;
  const counts = countClasses(y, classes);
  const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
  const isPure = counts.some(count => count === y.length);
  if (isPure || depth >= maxDepth || y.length < minSamplesSplit) return leaf;

  const split = bestSplit(X, y, { classes, criterion });
  if (split === null || split.gain < 0) return leaf;
  const goesLeft = X.map(row => row[split.feature] <= split.threshold); // [n]
  const side = (wanted: boolean) => {
    const inside = (_: unknown, i: number) => goesLeft[i] === wanted;
    return grow(X.filter(inside), y.filter(inside), depth + 1, options);
  };
  return { kind: 'split', ...split, left: side(true), right: side(false) };
}

export function predict(tree: Tree, X: number[][]): number[] {
  checkRows('predict', X);
  return X.map(row => {
    let node = tree;
    while (node.kind === 'split') {
      node = row[node.feature] <= node.threshold ? node.left : node.right;
    }
    return node.prediction;
  });
}

function countClasses(y: number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of y) counts[label] += 1;
  return counts;
}

function checkRows(name: string, X: number[][]): void {
  const ragged = X.findIndex(row => row.length !== X[0].length);
  if (ragged >= 0) {
    throw new TypeError(
      `${name}: row ${ragged} has ${X[ragged].length} values, not ${X[0].length}`,
    );
  }
}

function checkData(name: string, X: number[][], y: number[], classes: number): void {
  if (X.length === 0) throw new RangeError(`${name}: no rows to learn from`);
  checkRows(name, X);
  if (y.length !== X.length)
    throw new TypeError(`${name}: ${y.length} labels for ${X.length} rows`);
  for (const label of y) {
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`${name}: label ${label} is not one of 0 … ${classes - 1}`);
    }
  }
}
