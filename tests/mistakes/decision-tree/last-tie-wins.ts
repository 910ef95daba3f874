// A later split replaces the best one when it is just as good.
type Criterion = 'gini' | 'entropy';
type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  for (const c of counts) n += c;
  let total = 0;
  for (const c of counts) {
    if (c === 0) continue;
    const p = c / n;
    if (criterion === 'gini') total += p * (1 - p);
    else total += p * Math.log2(1 / p);
  }
  return total;
}

function tally(y: number[], classes: number): number[] {
  const counts: number[] = [];
  for (let k = 0; k < classes; k += 1) counts.push(y.filter(label => label === k).length);
  return counts;
}

function validate(X: number[][], y: number[], classes: number) {
  if (X.length < 1) throw new RangeError('empty X');
  if (X.length !== y.length) throw new TypeError('X and y differ in length');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged X');
  if (y.some(label => label < 0 || label >= classes || label % 1 !== 0)) {
    throw new RangeError('bad label');
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  const { classes, criterion = 'gini' } = options;
  validate(X, y, classes);
  let found: { feature: number; threshold: number; gain: number } | null = null;
  for (let j = 0; j < X[0].length; j += 1) {
    const values = [...new Set(X.map(row => row[j]))].sort((a, b) => a - b);
    for (let v = 0; v + 1 < values.length; v += 1) {
      const threshold = values[v] + (values[v + 1] - values[v]) / 2;
      const yl = y.filter((_, i) => X[i][j] <= threshold);
      const yr = y.filter((_, i) => X[i][j] > threshold);
      const gain =
        impurity(tally(y, classes), criterion) -
        (yl.length / y.length) * impurity(tally(yl, classes), criterion) -
        (yr.length / y.length) * impurity(tally(yr, classes), criterion);
      if (found === null || gain >= found.gain) found = { feature: j, threshold, gain };
    }
  }
  return found;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  validate(X, y, options.classes);
  const counts = tally(y, options.classes);
  let prediction = 0;
  for (let k = 1; k < counts.length; k += 1) if (counts[k] > counts[prediction]) prediction = k;
  const leaf: Tree = { kind: 'leaf', counts, prediction };
  if (counts[prediction] === y.length) return leaf;
  if (options.maxDepth <= 0) return leaf;
  if (y.length < (options.minSamplesSplit ?? 2)) return leaf;
  const split = bestSplit(X, y, options);
  if (!split) return leaf;
  const leftX: number[][] = [];
  const leftY: number[] = [];
  const rightX: number[][] = [];
  const rightY: number[] = [];
  X.forEach((row, i) => {
    if (row[split.feature] <= split.threshold) {
      leftX.push(row);
      leftY.push(y[i]);
    } else {
      rightX.push(row);
      rightY.push(y[i]);
    }
  });
  const below = { ...options, maxDepth: options.maxDepth - 1 };
  return {
    kind: 'split',
    feature: split.feature,
    threshold: split.threshold,
    gain: split.gain,
    left: buildTree(leftX, leftY, below),
    right: buildTree(rightX, rightY, below),
  };
}

export function predict(tree: Tree, X: number[][]): number[] {
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged X');
  const one = (node: Tree, row: number[]): number =>
    node.kind === 'leaf'
      ? node.prediction
      : one(row[node.feature] > node.threshold ? node.right : node.left, row);
  return X.map(row => one(tree, row));
}
