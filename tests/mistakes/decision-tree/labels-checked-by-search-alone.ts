// Labels are checked by bestSplit alone, so buildTree accepts a bad label wherever the root is a leaf before it asks for a split.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Opt = { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion };

function checkShape(X: number[][], y: number[]): void {
  if (X.length < 1) throw new RangeError('need at least one row');
  const d = X[0].length;
  for (let i = 0; i < X.length; i++)
    if (X[i].length !== d) throw new TypeError('row lengths differ');
  if (y.length !== X.length) throw new TypeError('y length differs');
}

function checkLabels(y: number[], K: number): void {
  for (let i = 0; i < y.length; i++) {
    if (!Number.isInteger(y[i]) || y[i] < 0 || y[i] >= K)
      throw new RangeError('label out of range: ' + y[i]);
  }
}

function countClasses(y: number[], K: number): number[] {
  const counts: number[] = [];
  for (let k = 0; k < K; k++) counts.push(0);
  for (let i = 0; i < y.length; i++) counts[y[i]] = (counts[y[i]] || 0) + 1;
  return counts;
}

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  for (let k = 0; k < counts.length; k++) n += counts[k];
  let result = 0;
  if (n === 0) return result;
  for (let k = 0; k < counts.length; k++) {
    const p = counts[k] / n;
    if (criterion === 'entropy') {
      if (p > 0) result -= p * Math.log2(p);
    } else {
      result += p * (1 - p);
    }
  }
  return result;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  checkShape(X, y);
  checkLabels(y, options.classes);
  const criterion = options.criterion || 'gini';
  const n = X.length;
  const before = impurity(countClasses(y, options.classes), criterion);
  let bestFeature = -1;
  let bestThreshold = 0;
  let bestGain = -Infinity;
  for (let f = 0; f < X[0].length; f++) {
    const values = Array.from(new Set(X.map(row => row[f])));
    values.sort((a, b) => a - b);
    for (let v = 1; v < values.length; v++) {
      const t = between(values[v - 1], values[v]);
      const yl: number[] = [];
      const yr: number[] = [];
      for (let i = 0; i < n; i++) (X[i][f] <= t ? yl : yr).push(y[i]);
      const il = impurity(countClasses(yl, options.classes), criterion);
      const ir = impurity(countClasses(yr, options.classes), criterion);
      const gain = before - (yl.length / n) * il - (yr.length / n) * ir;
      if (gain > bestGain) {
        bestFeature = f;
        bestThreshold = t;
        bestGain = gain;
      }
    }
  }
  if (bestFeature === -1) return null;
  return { feature: bestFeature, threshold: bestThreshold, gain: bestGain };
}

function growNode(X: number[][], y: number[], depth: number, opt: Opt): Tree {
  let split: { feature: number; threshold: number; gain: number } | null = null;
  const pure = y.every(l => l === y[0]);
  const min = opt.minSamplesSplit === undefined ? 2 : opt.minSamplesSplit;
  if (!pure && depth < opt.maxDepth && y.length >= min) split = bestSplit(X, y, opt);
  if (split === null) {
    const counts = countClasses(y, opt.classes);
    let prediction = 0;
    for (let k = 1; k < counts.length; k++) if (counts[k] > counts[prediction]) prediction = k;
    return { kind: 'leaf', counts: counts, prediction: prediction };
  }
  const lx: number[][] = [],
    rx: number[][] = [],
    ly: number[] = [],
    ry: number[] = [];
  for (let i = 0; i < X.length; i++) {
    const goLeft = X[i][split.feature] <= split.threshold;
    (goLeft ? lx : rx).push(X[i]);
    (goLeft ? ly : ry).push(y[i]);
  }
  return {
    kind: 'split',
    feature: split.feature,
    threshold: split.threshold,
    gain: split.gain,
    left: growNode(lx, ly, depth + 1, opt),
    right: growNode(rx, ry, depth + 1, opt),
  };
}

export function buildTree(X: number[][], y: number[], options: Opt): Tree {
  checkShape(X, y);
  return growNode(X, y, 0, options);
}

export function predict(tree: Tree, X: number[][]): number[] {
  const out: number[] = [];
  for (const row of X) {
    if (row.length !== X[0].length) throw new TypeError('row lengths differ');
    let t = tree;
    while (t.kind === 'split') {
      t = row[t.feature] <= t.threshold ? t.left : t.right;
    }
    out.push(t.prediction);
  }
  return out;
}

function between(a: number, b: number): number {
  const m = (a + b) / 2;
  return m < b ? m : a; // neighbouring doubles
}
