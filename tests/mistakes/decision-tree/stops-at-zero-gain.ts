// buildTree makes a leaf where the best gain is 0, so the exclusive-or pattern is never split.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const log2 = (v: number) => (v === 0 ? 0 : Math.log2(v));

export function impurity(counts: number[], criterion: Criterion) {
  const n = counts.reduce((s, c) => s + c, 0) || 1;
  const empty = counts.every(c => c === 0);
  if (empty) return 0;
  return criterion === 'gini'
    ? 1 - counts.reduce((s, c) => s + c * c, 0) / n / n
    : log2(n) - counts.reduce((s, c) => s + c * log2(c), 0) / n;
}

function demand(ok: boolean, error: Error) {
  if (!ok) throw error;
}

function precheck(X: number[][], y: number[], classes: number) {
  demand(X.length > 0, new RangeError('X needs rows'));
  demand(y.length === X.length, new TypeError('y needs as many entries as X has rows'));
  demand(
    X.every(r => r.length === X[0].length),
    new TypeError('rows need equal length'),
  );
  demand(
    y.every(c => Number.isInteger(c) && c >= 0 && c < classes),
    new RangeError('labels need to be classes'),
  );
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const { classes, criterion = 'gini' } = options;
  precheck(X, y, classes);
  const n = y.length;
  const d = X[0].length;
  let feature = -1;
  let threshold = 0;
  let gain = -1;
  const parent = new Array(classes).fill(0) as number[];
  for (const c of y) parent[c]++;
  const I = impurity(parent, criterion);
  for (let f = 0; f < d; f++) {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < n; i++) {
      const key = X[i][f];
      if (!groups.has(key)) groups.set(key, new Array(classes).fill(0));
      groups.get(key)![y[i]]++;
    }
    const sorted = [...groups].sort(([a], [b]) => a - b);
    const l = parent.map(() => 0);
    let nl = 0;
    for (let g = 0; g < sorted.length - 1; g++) {
      for (let k = 0; k < classes; k++) {
        l[k] += sorted[g][1][k];
        nl += sorted[g][1][k];
      }
      const r = parent.map((c, k) => c - l[k]);
      const now = I - (nl / n) * impurity(l, criterion) - ((n - nl) / n) * impurity(r, criterion);
      if (now > gain + 1e-12) {
        feature = f;
        threshold = (sorted[g][0] + sorted[g + 1][0]) / 2;
        gain = now;
      }
    }
  }
  return feature < 0 ? null : { feature, threshold, gain };
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  precheck(X, y, options.classes);
  return node(X, y, 0);

  function node(xs: number[][], ys: number[], depth: number): Tree {
    const counts: number[] = [];
    for (let k = 0; k < options.classes; k++) counts.push(ys.filter(c => c === k).length);
    const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    if (counts.some(c => c === ys.length)) return leaf;
    if (depth === options.maxDepth) return leaf;
    if (ys.length < (options.minSamplesSplit ?? 2)) return leaf;
    const split = bestSplit(xs, ys, options);
    if (split === null || split.gain <= 1e-12) return leaf;
    const lx: number[][] = [],
      ly: number[] = [],
      rx: number[][] = [],
      ry: number[] = [];
    xs.forEach((x, i) => {
      const goesLeft = x[split.feature] <= split.threshold;
      (goesLeft ? lx : rx).push(x);
      (goesLeft ? ly : ry).push(ys[i]);
    });
    return {
      kind: 'split',
      ...split,
      left: node(lx, ly, depth + 1),
      right: node(rx, ry, depth + 1),
    };
  }
}

export function predict(tree: Tree, X: number[][]): number[] {
  demand(
    X.every(r => r.length === X[0].length),
    new TypeError('rows need equal length'),
  );
  const ask = (x: number[]) => {
    let t: Tree = tree;
    while (t.kind !== 'leaf') t = x[t.feature] <= t.threshold ? t.left : t.right;
    return t.prediction;
  };
  return X.map(ask);
}
