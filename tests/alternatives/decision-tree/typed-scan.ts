// Columns in Float64Arrays, one index array parted in place, a stack instead of recursion,
// counts handed back as Uint32Array.
type Criterion = 'gini' | 'entropy';
type Leaf = { kind: 'leaf'; counts: Uint32Array; prediction: number };
type Split = {
  kind: 'split';
  feature: number;
  threshold: number;
  gain: number;
  left: Tree | null;
  right: Tree | null;
};
type Tree = Leaf | Split;
type Found = { feature: number; threshold: number; gain: number };

export function impurity(counts: ArrayLike<number>, criterion: Criterion): number {
  let n = 0;
  let squares = 0;
  for (let k = 0; k < counts.length; k++) {
    n += counts[k];
    squares += counts[k] * counts[k];
  }
  if (n === 0) return 0;
  if (criterion === 'gini') return 1 - squares / (n * n);
  let bits = 0;
  for (let k = counts.length - 1; k >= 0; k--) {
    if (counts[k] > 0) bits -= (counts[k] / n) * Math.log2(counts[k] / n);
  }
  return bits;
}

function columnsOf(X: number[][], y: number[], classes: number): Float64Array[] {
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  if (y.length !== n) throw new TypeError('lengths');
  const d = X[0].length;
  const columns = Array.from({ length: d }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    if (X[i].length !== d) throw new TypeError('ragged');
    if (!(y[i] >= 0 && y[i] < classes && Math.floor(y[i]) === y[i])) throw new RangeError('label');
    for (let j = 0; j < d; j++) columns[j][i] = X[i][j];
  }
  return columns;
}

function search(
  columns: Float64Array[],
  y: number[],
  rows: Int32Array,
  classes: number,
  criterion: Criterion,
): Found | null {
  const n = rows.length;
  const total = new Float64Array(classes);
  for (const i of rows) total[y[i]]++;
  const parent = impurity(total, criterion);
  let best: Found | null = null;
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j];
    const sorted = Int32Array.from(rows).sort((a, b) => column[a] - column[b]);
    const left = new Float64Array(classes);
    const right = Float64Array.from(total);
    for (let s = 0; s < n - 1; s++) {
      left[y[sorted[s]]]++;
      right[y[sorted[s]]]--;
      const lo = column[sorted[s]];
      const hi = column[sorted[s + 1]];
      if (!(lo < hi)) continue;
      const nl = s + 1;
      const children = (nl * impurity(left, criterion) + (n - nl) * impurity(right, criterion)) / n;
      const gain = parent - children;
      if (!best || gain > best.gain) best = { feature: j, threshold: lo / 2 + hi / 2, gain };
    }
  }
  return best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion }: { classes: number; criterion?: Criterion },
): Found | null {
  const columns = columnsOf(X, y, classes);
  const rows = Int32Array.from(X, (_, i) => i);
  return search(columns, y, rows, classes, criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const columns = columnsOf(X, y, options.classes);
  const least = options.minSamplesSplit === undefined ? 2 : options.minSamplesSplit;
  let root: Tree | null = null;
  const stack = [
    {
      rows: Int32Array.from(X, (_, i) => i),
      depth: 0,
      hang: (node: Tree) => {
        root = node;
      },
    },
  ];
  while (stack.length > 0) {
    const { rows, depth, hang } = stack.pop()!;
    const counts = new Uint32Array(options.classes);
    for (const i of rows) counts[y[i]]++;
    let prediction = 0;
    counts.forEach((count, k) => {
      if (count > counts[prediction]) prediction = k;
    });
    const mayGrow =
      counts[prediction] < rows.length && depth < options.maxDepth && rows.length >= least;
    const found = mayGrow
      ? search(columns, y, rows, options.classes, options.criterion ?? 'gini')
      : null;
    if (found === null) {
      hang({ kind: 'leaf', counts, prediction });
      continue;
    }
    const node: Split = { kind: 'split', ...found, left: null, right: null };
    hang(node);
    const column = columns[found.feature];
    stack.push({
      rows: rows.filter(i => column[i] > found.threshold),
      depth: depth + 1,
      hang: child => {
        node.right = child;
      },
    });
    stack.push({
      rows: rows.filter(i => column[i] <= found.threshold),
      depth: depth + 1,
      hang: child => {
        node.left = child;
      },
    });
  }
  return root!;
}

export function predict(tree: Tree, X: number[][]): Int32Array {
  const labels = new Int32Array(X.length);
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError('ragged');
    let node = tree;
    while (node.kind === 'split') {
      node = (X[i][node.feature] <= node.threshold ? node.left : node.right) as Tree;
    }
    labels[i] = node.prediction;
  }
  return labels;
}
