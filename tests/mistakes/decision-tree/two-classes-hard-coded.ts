// Hard-coded to the two classes of the example: impurity looks at classes 0 and 1 only and a leaf never predicts class 2 or more.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

function binary(neg: number, pos: number, criterion: Criterion): number {
  const n = neg + pos;
  if (n === 0) return 0;
  const p = pos / n;
  if (criterion === 'gini') return 2 * p * (1 - p);
  if (p === 0 || p === 1) return 0;
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

export function impurity(counts: number[], criterion: Criterion): number {
  return binary(counts[0] ?? 0, counts[1] ?? 0, criterion);
}

function checkX(X: number[][]): void {
  if (X.map(r => r.length).some((len, _, all) => len !== all[0]))
    throw new TypeError('row lengths');
}

function check(X: number[][], y: number[], K: number): void {
  checkX(X);
  if (y.length !== X.length) throw new TypeError('y length');
  if (X.length === 0) throw new RangeError('rows');
  if (!y.every(c => Number.isInteger(c) && c >= 0 && c <= K - 1)) throw new RangeError('labels');
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  check(X, y, options.classes);
  const criterion = options.criterion ?? 'gini';
  const n = y.length;
  const pos = y.filter(c => c === 1).length;
  const neg = y.filter(c => c === 0).length;
  const top = binary(neg, pos, criterion);
  let out: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < X[0].length; feature++) {
    const rows = X.map((r, i) => ({ v: r[feature], c: y[i] })).sort((a, b) => a.v - b.v);
    let negL = 0;
    let posL = 0;
    rows.forEach(({ v, c }, i) => {
      if (i > 0 && v !== rows[i - 1].v) {
        const gain =
          top -
          (i / n) * binary(negL, posL, criterion) -
          ((n - i) / n) * binary(neg - negL, pos - posL, criterion);
        if (out === null || gain > out.gain)
          out = { feature, threshold: (v + rows[i - 1].v) / 2, gain };
      }
      if (c === 1) posL++;
      if (c === 0) negL++;
    });
  }
  return out;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  check(X, y, options.classes);
  function step(rows: number[][], labels: number[], depth: number): Tree {
    const counts = new Array<number>(options.classes).fill(0);
    labels.forEach(c => {
      counts[c]++;
    });
    const leaf: Tree = { kind: 'leaf', counts, prediction: (counts[1] ?? 0) > counts[0] ? 1 : 0 };
    if (labels.every(c => c === labels[0]) || depth === options.maxDepth) return leaf;
    if (labels.length < (options.minSamplesSplit ?? 2)) return leaf;
    const s = bestSplit(rows, labels, options);
    if (!s) return leaf;
    const isLeft = rows.map(r => r[s.feature] <= s.threshold);
    const half = (side: boolean) =>
      step(
        rows.filter((_, i) => isLeft[i] === side),
        labels.filter((_, i) => isLeft[i] === side),
        depth + 1,
      );
    return { kind: 'split', ...s, left: half(true), right: half(false) };
  }
  return step(X, y, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  checkX(X);
  return X.map(row => {
    let node = tree;
    while (node.kind === 'split') {
      if (row[node.feature] <= node.threshold) node = node.left;
      else node = node.right;
    }
    return node.prediction;
  });
}
