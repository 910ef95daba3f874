// A split whose two leaves predict the same class is folded back into one leaf, although every node that is no leaf by the rules must be split.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Data = { x: number[]; label: number }[];

const zip = (X: number[][], y: number[]): Data => X.map((x, i) => ({ x, label: y[i] }));

function verify(X: number[][], y: number[], K: number) {
  if (X.length === 0) throw new RangeError('no data');
  const w = X[0].length;
  for (const r of X) if (r.length !== w) throw new TypeError('rows differ');
  if (y.length !== X.length) throw new TypeError('y differs from X');
  for (const l of y) if (!Number.isInteger(l) || l < 0 || l > K - 1) throw new RangeError('label');
}

function histogram(data: Data, K: number): number[] {
  const h = Array.from({ length: K }, () => 0);
  data.forEach(e => {
    h[e.label] += 1;
  });
  return h;
}

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((s, c) => s + c, 0);
  if (n === 0) return 0;
  const p = counts.map(c => c / n);
  if (criterion === 'gini') return 1 - p.reduce((s, q) => s + q * q, 0);
  return p.reduce((s, q) => (q > 0 ? s - q * Math.log2(q) : s), 0);
}

function findSplit(data: Data, K: number, criterion: Criterion) {
  const d = data[0].x.length;
  const n = data.length;
  const total = histogram(data, K);
  const I = impurity(total, criterion);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let f = 0; f < d; f++) {
    const s = [...data].sort((a, b) => a.x[f] - b.x[f]);
    const L = total.map(() => 0);
    s.forEach((e, i) => {
      L[e.label] += 1;
      if (i === n - 1 || s[i + 1].x[f] === e.x[f]) return;
      const R = total.map((t, k) => t - L[k]);
      const gain =
        I - ((i + 1) / n) * impurity(L, criterion) - ((n - i - 1) / n) * impurity(R, criterion);
      if (best === null || gain > best.gain)
        best = { feature: f, threshold: between(e.x[f], s[i + 1].x[f]), gain };
    });
  }
  return best as { feature: number; threshold: number; gain: number } | null;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  verify(X, y, options.classes);
  return findSplit(zip(X, y), options.classes, options.criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  verify(X, y, options.classes);
  const { classes: K, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  const leaf = (counts: number[]): Tree => {
    let prediction = 0;
    for (let k = 1; k < K; k++) if (counts[k] > counts[prediction]) prediction = k;
    return { kind: 'leaf', counts, prediction };
  };
  const build = (data: Data, depth: number): Tree => {
    const counts = histogram(data, K);
    if (counts.some(c => c === data.length) || depth === maxDepth || data.length < minSamplesSplit)
      return leaf(counts);
    const s = findSplit(data, K, criterion);
    if (s === null) return leaf(counts);
    const left = build(
      data.filter(e => e.x[s.feature] <= s.threshold),
      depth + 1,
    );
    const right = build(
      data.filter(e => e.x[s.feature] > s.threshold),
      depth + 1,
    );
    // a question whose answers agree is of no use
    if (left.kind === 'leaf' && right.kind === 'leaf' && left.prediction === right.prediction)
      return leaf(counts);
    return { kind: 'split', ...s, left, right };
  };
  return build(zip(X, y), 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  const w = X[0]?.length;
  return X.map(row => {
    if (row.length !== w) throw new TypeError('rows differ');
    const down = (t: Tree): number => {
      if (t.kind === 'leaf') return t.prediction;
      return down(row[t.feature] <= t.threshold ? t.left : t.right);
    };
    return down(tree);
  });
}

function between(a: number, b: number): number {
  const m = (a + b) / 2;
  return m < b ? m : a; // neighbouring doubles
}
