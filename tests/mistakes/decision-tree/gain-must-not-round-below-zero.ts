// A candidate must gain at least 0 as computed, so where every true gain is 0 and rounding makes it a hair negative, no split is found.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Split = { feature: number; threshold: number; gain: number };

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return 0;
  if (criterion === 'entropy') {
    let e = 0;
    for (const c of counts) if (c > 0) e -= (c / n) * Math.log2(c / n);
    return e;
  }
  let g = 1;
  for (const c of counts) g -= (c / n) ** 2;
  return g;
}

const reject = {
  range(message: string): never {
    throw new RangeError(message);
  },
  type(message: string): never {
    throw new TypeError(message);
  },
};

function checked(X: number[][], y: number[], classes: number): number {
  if (X.length === 0) reject.range('no rows');
  const d = X[0].length;
  if (X.findIndex(r => r.length !== d) !== -1) reject.type('rows differ in length');
  if (X.length !== y.length) reject.type('y has another length');
  if (y.findIndex(l => !Number.isInteger(l) || l < 0 || l >= classes) !== -1) reject.range('label');
  return d;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Split | null {
  const { classes, criterion = 'gini' } = options;
  const d = checked(X, y, classes);
  const n = y.length;
  const countOf = (keep: (i: number) => boolean): number[] => {
    const c = new Array<number>(classes).fill(0);
    for (let i = 0; i < n; i++) if (keep(i)) c[y[i]]++;
    return c;
  };
  const node = impurity(
    countOf(() => true),
    criterion,
  );
  let best: Split | null = null;
  for (let feature = 0; feature < d; feature++) {
    const col = X.map(r => r[feature])
      .sort((a, b) => a - b)
      .filter((v, i, all) => i === 0 || v !== all[i - 1]);
    for (let j = 0; j + 1 < col.length; j++) {
      const threshold = between(col[j], col[j + 1]);
      const L = countOf(i => X[i][feature] <= threshold);
      const R = countOf(i => X[i][feature] > threshold);
      const nL = L.reduce((a, b) => a + b, 0);
      const gain =
        node - (nL / n) * impurity(L, criterion) - ((n - nL) / n) * impurity(R, criterion);
      if (gain >= 0 && gain > (best?.gain ?? -1)) best = { feature, threshold, gain };
    }
  }
  return best;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  checked(X, y, options.classes);
  const min = options.minSamplesSplit ?? 2;
  const counts = new Array<number>(options.classes).fill(0);
  for (const l of y) counts[l]++;
  const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
  if (counts.includes(y.length) || options.maxDepth <= 0 || y.length < min) return leaf;
  const split = bestSplit(X, y, options);
  if (!split) return leaf;
  const pickSide = (left: boolean): Tree => {
    const idx = y.map((_, i) => i).filter(i => X[i][split.feature] <= split.threshold === left);
    return buildTree(
      idx.map(i => X[i]),
      idx.map(i => y[i]),
      { ...options, maxDepth: options.maxDepth - 1 },
    );
  };
  return { kind: 'split', ...split, left: pickSide(true), right: pickSide(false) };
}

export function predict(tree: Tree, X: number[][]): number[] {
  if (X.some(r => r.length !== X[0].length)) reject.type('rows differ in length');
  return X.map(row => {
    let t = tree;
    while (t.kind === 'split') t = row[t.feature] <= t.threshold ? t.left : t.right;
    return t.prediction;
  });
}

function between(a: number, b: number): number {
  const m = (a + b) / 2;
  return m < b ? m : a; // neighbouring doubles
}
