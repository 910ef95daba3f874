// No input is ever checked.
type Criterion = 'gini' | 'entropy';
type Split = { feature: number; threshold: number; gain: number };
type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number; size: number }
  | (Split & { kind: 'split'; left: Tree; right: Tree });

export const impurity = (counts: number[], criterion: Criterion): number => {
  const n = [...counts].reverse().reduce((a, b) => a + b, 0);
  const shares = [...counts]
    .reverse()
    .filter(count => count > 0)
    .map(count => count / n);
  if (criterion === 'entropy') {
    return shares.reduce((sum, p) => sum - p * (Math.log(p) / Math.log(2)), 0);
  }
  return shares.length === 0 ? 0 : shares.reduce((rest, p) => rest - p ** 2, 1);
};

const histogram = (labels: number[], classes: number) =>
  labels.reduce(
    (counts, label) => counts.map((count, k) => (k === label ? count + 1 : count)),
    Array<number>(classes).fill(0),
  );

export const bestSplit = (
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
): Split | null => {
  const mess = (labels: number[]) =>
    (labels.length / y.length) * impurity(histogram(labels, classes), criterion);
  const splits: Split[] = [];
  for (let feature = X[0].length - 1; feature >= 0; feature--) {
    const values = Array.from(new Set(X.map(row => row[feature]))).sort((a, b) => b - a);
    for (let v = 0; v < values.length - 1; v++) {
      const threshold = (values[v] + values[v + 1]) / 2;
      const right = y.filter((_, i) => X[i][feature] > threshold);
      const left = y.filter((_, i) => X[i][feature] <= threshold);
      splits.push({ feature, threshold, gain: mess(y) - mess(right) - mess(left) });
    }
  }
  const most = Math.max(...splits.map(split => split.gain));
  return splits.findLast(split => split.gain >= most - 1e-12) ?? null;
};

export const buildTree = (
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree => {
  const { classes, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  const grow = (rows: { x: number[]; label: number }[], depth: number): Tree => {
    const labels = rows.map(row => row.label);
    const counts = histogram(labels, classes);
    const prediction = counts.lastIndexOf(Math.max(...counts));
    const lowest = counts.indexOf(counts[prediction]);
    const leaf: Tree = { kind: 'leaf', counts, prediction: lowest, size: rows.length };
    if (labels.every(label => label === labels[0])) return leaf;
    if (depth === maxDepth || rows.length < minSamplesSplit) return leaf;
    const split = bestSplit(
      rows.map(row => row.x),
      labels,
      { classes, criterion },
    );
    if (!split) return leaf;
    const right = rows.filter(row => row.x[split.feature] > split.threshold);
    const left = rows.filter(row => !right.includes(row));
    return { kind: 'split', right: grow(right, depth + 1), left: grow(left, depth + 1), ...split };
  };
  return grow(
    X.map((x, i) => ({ x, label: y[i] })),
    0,
  );
};

export const predict = (tree: Tree, X: number[][]): number[] => {
  return X.map(row => {
    let node = tree;
    for (;;) {
      if (node.kind === 'leaf') return node.prediction;
      node = row[node.feature] > node.threshold ? node.right : node.left;
    }
  });
};
