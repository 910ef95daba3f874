// Labels are checked against their range only, so 0.5 or NaN is not refused with a RangeError.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Options = { classes: number; criterion?: Criterion };
type GrowOptions = Options & { maxDepth: number; minSamplesSplit?: number };

export const impurity = (counts: number[], criterion: Criterion): number => {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return 0;
  let acc = 0;
  for (let a = 0; a < counts.length; a++) {
    if (criterion === 'gini') {
      for (let b = 0; b < counts.length; b++) if (a !== b) acc += (counts[a] / n) * (counts[b] / n);
    } else if (counts[a] > 0) {
      acc += (counts[a] / n) * Math.log2(n / counts[a]);
    }
  }
  return acc;
};

function validated(X: number[][], y: number[], classes: number): number[] {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (y.length !== X.length) throw new TypeError('y and X differ');
  if (X.some(({ length }) => length !== X[0].length)) throw new TypeError('rows differ');
  if (Math.min(...y) < 0 || Math.max(...y) >= classes) throw new RangeError('labels out of range');
  return y.map((_, i) => i);
}

export function bestSplit(X: number[][], y: number[], { classes, criterion = 'gini' }: Options) {
  const ids = validated(X, y, classes);
  const n = ids.length;
  const parent: number[] = Array(classes).fill(0);
  for (const c of y) parent[c] += 1;
  const before = impurity(parent, criterion);
  type Q = { feature: number; threshold: number; gain: number };
  const perFeature = X[0].map((_, feature): Q | null => {
    const sorted = [...ids].sort((a, b) => X[b][feature] - X[a][feature]);
    const lower = [...parent];
    const upper: number[] = Array(classes).fill(0);
    let top: Q | null = null;
    // from the highest value downwards, so an equal gain further down replaces
    for (let i = 0; i < n - 1; i++) {
      const id = sorted[i];
      lower[y[id]] -= 1;
      upper[y[id]] += 1;
      const hi = X[id][feature];
      const lo = X[sorted[i + 1]][feature];
      if (hi === lo) continue;
      const gain =
        before -
        ((n - 1 - i) / n) * impurity(lower, criterion) -
        ((i + 1) / n) * impurity(upper, criterion);
      if (top === null || gain >= top.gain - 1e-13)
        top = { feature, threshold: (hi + lo) / 2, gain };
    }
    return top;
  });
  let best: Q | null = null;
  for (const q of perFeature) if (q && (!best || q.gain > best.gain + 1e-13)) best = q;
  return best;
}

export function buildTree(X: number[][], y: number[], options: GrowOptions): Tree {
  const { classes, maxDepth, minSamplesSplit = 2 } = options;
  const make = (ids: number[], depth: number): Tree => {
    const counts: number[] = Array(classes).fill(0);
    for (const i of ids) counts[y[i]] += 1;
    const prediction = counts.indexOf(Math.max(...counts));
    if (counts[prediction] < ids.length && depth < maxDepth && ids.length >= minSamplesSplit) {
      const q = bestSplit(
        ids.map(i => X[i]),
        ids.map(i => y[i]),
        options,
      );
      if (q) {
        const [l, r] = [true, false].map(s =>
          ids.filter(i => X[i][q.feature] <= q.threshold === s),
        );
        return { kind: 'split', ...q, left: make(l, depth + 1), right: make(r, depth + 1) };
      }
    }
    return { kind: 'leaf', counts, prediction };
  };
  return make(validated(X, y, classes), 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  return X.map((x, i) => {
    if (x.length !== X[i && i - 1].length) throw new TypeError('rows differ');
    let t = tree;
    while (t.kind === 'split') t = x[t.feature] > t.threshold ? t.right : t.left;
    return t.prediction;
  });
}
