// The first constant feature ends the search, so bestSplit returns null or the best of the features before it.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return 0;
  let acc = 0;
  for (const c of counts) {
    const p = c / n;
    if (criterion === 'gini') acc += p * p;
    else if (p !== 0) acc += p * Math.log2(p);
  }
  return criterion === 'gini' ? 1 - acc : 0 - acc;
}

const assertValid = (X: number[][], y: number[], classes: number): void => {
  if (!X.length) throw new RangeError('X has no rows');
  if (!X.every(r => r.length === X[0].length)) throw new TypeError('rows of different lengths');
  if (y.length !== X.length) throw new TypeError('y and X of different lengths');
  if (!y.every(l => Number.isInteger(l) && l >= 0 && l < classes))
    throw new RangeError('label outside 0..K-1');
};

const countLabels = (labels: number[], classes: number): number[] => {
  const counts = new Array(classes).fill(0);
  for (const l of labels) counts[l]++;
  return counts;
};

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  assertValid(X, y, classes);
  const nodeImpurity = impurity(countLabels(y, classes), criterion);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < X[0].length; feature++) {
    const groups = new Map<number, number[]>();
    X.forEach((row, i) => {
      const list = groups.get(row[feature]);
      if (list) list.push(y[i]);
      else groups.set(row[feature], [y[i]]);
    });
    const values = [...groups.keys()].sort((a, b) => a - b);
    if (values.length < 2) return best; // nothing to split on
    let leftLabels: number[] = [];
    for (let v = 0; v < values.length - 1; v++) {
      leftLabels = leftLabels.concat(groups.get(values[v])!);
      const rightLabels = values.slice(v + 1).flatMap(u => groups.get(u)!);
      const wl = leftLabels.length / y.length;
      const wr = rightLabels.length / y.length;
      const gain =
        nodeImpurity -
        wl * impurity(countLabels(leftLabels, classes), criterion) -
        wr * impurity(countLabels(rightLabels, classes), criterion);
      if (best === null || gain > best.gain) {
        best = { feature, threshold: between(values[v], values[v + 1]), gain };
      }
    }
  }
  return best;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  assertValid(X, y, options.classes);
  const { classes, criterion, maxDepth, minSamplesSplit = 2 } = options;

  function makeLeaf(labels: number[]): Tree {
    const counts = countLabels(labels, classes);
    let prediction = 0;
    counts.forEach((c, k) => {
      if (c > counts[prediction]) prediction = k;
    });
    return { kind: 'leaf', counts, prediction };
  }

  function recurse(rows: number[][], labels: number[], depth: number): Tree {
    if (new Set(labels).size === 1) return makeLeaf(labels);
    if (depth >= maxDepth || labels.length < minSamplesSplit) return makeLeaf(labels);
    const split = bestSplit(rows, labels, { classes, criterion });
    if (split === null) return makeLeaf(labels);
    const isLeft = rows.map(r => r[split.feature] <= split.threshold);
    const left = recurse(
      rows.filter((_, i) => isLeft[i]),
      labels.filter((_, i) => isLeft[i]),
      depth + 1,
    );
    const right = recurse(
      rows.filter((_, i) => !isLeft[i]),
      labels.filter((_, i) => !isLeft[i]),
      depth + 1,
    );
    return {
      kind: 'split',
      feature: split.feature,
      threshold: split.threshold,
      gain: split.gain,
      left,
      right,
    };
  }
  return recurse(X, y, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('rows of different lengths');
  });
  return X.map(row => {
    let node: Tree = tree;
    while (node.kind === 'split') {
      node = row[node.feature] <= node.threshold ? node.left : node.right;
    }
    return node.prediction;
  });
}

function between(a: number, b: number): number {
  const m = (a + b) / 2;
  return m < b ? m : a; // neighbouring doubles
}
