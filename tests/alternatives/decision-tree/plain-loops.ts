// Written by someone who likes plain for-loops: sort an index list per feature and slide a boundary along it.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  for (let k = 0; k < counts.length; k++) n += counts[k];
  if (n === 0) return 0;
  let result = criterion === 'entropy' ? 0 : 1;
  for (let k = 0; k < counts.length; k++) {
    const p = counts[k] / n;
    if (criterion === 'entropy') {
      if (p > 0) result -= p * Math.log2(p);
    } else {
      result -= p * p;
    }
  }
  return result;
}

function validate(X: number[][], y: number[], classes: number): void {
  if (y.length !== X.length) throw new TypeError('X and y must have the same length');
  if (X.length === 0) throw new RangeError('X has no rows');
  for (let i = 1; i < X.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError(`row ${i} has another length`);
  }
  for (let i = 0; i < y.length; i++) {
    if (!Number.isInteger(y[i]) || y[i] < 0 || y[i] >= classes)
      throw new RangeError(`bad label at ${i}`);
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  const K = options.classes;
  const criterion = options.criterion ?? 'gini';
  validate(X, y, K);
  const n = X.length;
  const d = X[0].length;
  const total: number[] = [];
  for (let k = 0; k < K; k++) total.push(0);
  for (let i = 0; i < n; i++) total[y[i]]++;
  const parent = impurity(total, criterion);

  let found = false;
  let bestFeature = 0;
  let bestThreshold = 0;
  let bestGain = -Infinity;
  for (let f = 0; f < d; f++) {
    const order: number[] = [];
    for (let i = 0; i < n; i++) order.push(i);
    order.sort((a, b) => X[a][f] - X[b][f]);
    const left: number[] = [];
    const right: number[] = [];
    for (let k = 0; k < K; k++) {
      left.push(0);
      right.push(total[k]);
    }
    for (let i = 0; i + 1 < n; i++) {
      left[y[order[i]]]++;
      right[y[order[i]]]--;
      const a = X[order[i]][f];
      const b = X[order[i + 1]][f];
      if (a === b) continue;
      const nl = i + 1;
      const gain =
        parent - (nl / n) * impurity(left, criterion) - ((n - nl) / n) * impurity(right, criterion);
      if (gain > bestGain) {
        found = true;
        bestGain = gain;
        bestFeature = f;
        bestThreshold = (a + b) / 2;
      }
    }
  }
  return found ? { feature: bestFeature, threshold: bestThreshold, gain: bestGain } : null;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  validate(X, y, options.classes);
  const minSamples = options.minSamplesSplit === undefined ? 2 : options.minSamplesSplit;

  function grow(rows: number[][], labels: number[], depth: number): Tree {
    const counts: number[] = [];
    for (let k = 0; k < options.classes; k++) counts.push(0);
    for (let i = 0; i < labels.length; i++) counts[labels[i]]++;
    let prediction = 0;
    for (let k = 1; k < counts.length; k++) if (counts[k] > counts[prediction]) prediction = k;
    const leaf: Tree = { kind: 'leaf', counts, prediction };
    if (counts[prediction] === labels.length) return leaf;
    if (depth >= options.maxDepth) return leaf;
    if (labels.length < minSamples) return leaf;
    const s = bestSplit(rows, labels, { classes: options.classes, criterion: options.criterion });
    if (s === null) return leaf;
    const lx: number[][] = [];
    const ly: number[] = [];
    const rx: number[][] = [];
    const ry: number[] = [];
    for (let i = 0; i < rows.length; i++) {
      if (rows[i][s.feature] <= s.threshold) {
        lx.push(rows[i]);
        ly.push(labels[i]);
      } else {
        rx.push(rows[i]);
        ry.push(labels[i]);
      }
    }
    return {
      kind: 'split',
      feature: s.feature,
      threshold: s.threshold,
      gain: s.gain,
      left: grow(lx, ly, depth + 1),
      right: grow(rx, ry, depth + 1),
    };
  }
  return grow(X, y, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  const out: number[] = [];
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError('rows differ in length');
    let node = tree;
    while (node.kind === 'split')
      node = X[i][node.feature] <= node.threshold ? node.left : node.right;
    out.push(node.prediction);
  }
  return out;
}
