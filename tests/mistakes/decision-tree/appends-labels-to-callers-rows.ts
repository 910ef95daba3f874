// buildTree glues the label onto each of the caller's rows and takes it off again only in the copies, so the input is changed.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

// A dataset here is a list of rows whose last entry is the label, as in the well-known tutorial.
type Dataset = number[][];

export function impurity(counts: number[], criterion: Criterion): number {
  let size = 0;
  for (const c of counts) size += c;
  if (size === 0) return 0;
  let score = 0;
  for (const c of counts) {
    const p = c / size;
    if (criterion === 'gini') score += p * p;
    else if (c > 0) score += p * Math.log2(p);
  }
  return criterion === 'gini' ? 1 - score : 0 - score;
}

function classCounts(group: Dataset, K: number): number[] {
  const counts: number[] = Array.from({ length: K }, () => 0);
  for (const row of group) counts[row[row.length - 1]]++;
  return counts;
}

function testSplit(index: number, value: number, dataset: Dataset): [Dataset, Dataset] {
  const left: Dataset = [];
  const right: Dataset = [];
  for (const row of dataset) {
    if (row[index] <= value) left.push(row);
    else right.push(row);
  }
  return [left, right];
}

function getSplit(dataset: Dataset, K: number, criterion: Criterion) {
  const width = dataset[0].length - 1;
  const node = impurity(classCounts(dataset, K), criterion);
  let bIndex = 999;
  let bValue = 999;
  let bGain = -999;
  for (let index = 0; index < width; index++) {
    const column = dataset.map(row => row[index]).sort((a, b) => a - b);
    for (let i = 1; i < column.length; i++) {
      if (column[i] === column[i - 1]) continue;
      const value = (column[i] + column[i - 1]) / 2;
      const [left, right] = testSplit(index, value, dataset);
      const gain =
        node -
        (left.length / dataset.length) * impurity(classCounts(left, K), criterion) -
        (right.length / dataset.length) * impurity(classCounts(right, K), criterion);
      if (gain > bGain) {
        bIndex = index;
        bValue = value;
        bGain = gain;
      }
    }
  }
  return bIndex === 999 ? null : { feature: bIndex, threshold: bValue, gain: bGain };
}

function validateAll(X: number[][], y: number[], K: number): void {
  if (X.length !== y.length) throw new TypeError('X and y');
  if (X.length < 1) throw new RangeError('X');
  validateRows(X);
  for (const c of y) if (!Number.isInteger(c) || c < 0 || c >= K) throw new RangeError('y');
}

function validateRows(X: number[][]): void {
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('row');
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  validateAll(X, y, options.classes);
  const dataset = X.map((row, i) => row.concat(y[i]));
  return getSplit(dataset, options.classes, options.criterion ?? 'gini');
}

function toTerminal(group: Dataset, K: number): Tree {
  const counts = classCounts(group, K);
  let prediction = 0;
  for (let k = 1; k < K; k++) if (counts[k] > counts[prediction]) prediction = k;
  return { kind: 'leaf', counts, prediction };
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  validateAll(X, y, classes);
  for (let i = 0; i < X.length; i++) X[i].push(y[i]);
  const split = (group: Dataset, depth: number): Tree => {
    const label = group[0][group[0].length - 1];
    if (group.every(row => row[row.length - 1] === label)) return toTerminal(group, classes);
    if (depth >= maxDepth || group.length < minSamplesSplit) return toTerminal(group, classes);
    const s = getSplit(group, classes, criterion);
    if (s === null) return toTerminal(group, classes);
    const [left, right] = testSplit(s.feature, s.threshold, group);
    return { kind: 'split', ...s, left: split(left, depth + 1), right: split(right, depth + 1) };
  };
  return split(X, 0);
}

function predictOne(node: Tree, row: number[]): number {
  if (node.kind === 'leaf') return node.prediction;
  if (row[node.feature] <= node.threshold) return predictOne(node.left, row);
  return predictOne(node.right, row);
}

export function predict(tree: Tree, X: number[][]): number[] {
  validateRows(X);
  const predictions: number[] = [];
  for (const row of X) predictions.push(predictOne(tree, row));
  return predictions;
}
