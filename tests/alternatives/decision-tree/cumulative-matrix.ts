// Written in matrix form: a one-hot label matrix is permuted and cumulated, and gains come from row-wise algebra on it.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Matrix = number[][];

const dot = (u: number[], v: number[]): number => {
  let s = 0;
  u.forEach((a, i) => {
    s += a * v[i];
  });
  return s;
};
const xlog2x = (v: number[]): number[] => v.map(c => (c > 0 ? c * Math.log2(c) : 0));
const ones = (n: number): number[] => new Array<number>(n).fill(1);

/** n times the impurity: n − c·c / n for gini, n log n − 1·(c log c) for entropy. */
function mass(c: number[], criterion: Criterion): number {
  const e = ones(c.length);
  const n = dot(c, e);
  if (n === 0) return 0;
  return criterion === 'gini' ? n - dot(c, c) / n : n * Math.log2(n) - dot(e, xlog2x(c));
}

export function impurity(counts: number[], criterion: Criterion): number {
  const n = dot(counts, ones(counts.length));
  return n > 0 ? mass(counts, criterion) / n : 0;
}

const oneHot = (y: number[], K: number): Matrix =>
  y.map(c => Array.from({ length: K }, (_, k) => (k === c ? 1 : 0)));
const cumulate = (M: Matrix, width: number): Matrix => {
  const rows: Matrix = [new Array<number>(width).fill(0)];
  for (const m of M) rows.push(rows[rows.length - 1].map((s, k) => s + m[k]));
  return rows;
};

function check(X: Matrix, y: number[], K: number): void {
  const n = X.length;
  if (n !== y.length) throw new TypeError(`X has ${n} rows but y has ${y.length} entries`);
  if (n === 0) throw new RangeError('X is empty');
  const d = X[0].length;
  if (!X.every(r => r.length === d)) throw new TypeError('X is not a matrix');
  for (const c of y)
    if (!(c >= 0 && c < K && Math.floor(c) === c)) throw new RangeError(`label ${c}`);
}

export function bestSplit(
  X: Matrix,
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const { classes: K, criterion = 'gini' } = options;
  check(X, y, K);
  const n = X.length;
  const H = oneHot(y, K);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let j = 0; j < X[0].length; j++) {
    const perm = X.map((_, i) => i).sort((a, b) => X[a][j] - X[b][j]);
    const col = perm.map(i => X[i][j]);
    const C = cumulate(
      perm.map(i => H[i]),
      K,
    );
    const all = C[n];
    const whole = mass(all, criterion);
    for (let m = 1; m < n; m++) {
      if (!(col[m - 1] < col[m])) continue;
      const rest = all.map((c, k) => c - C[m][k]);
      const gain = (whole - (mass(C[m], criterion) + mass(rest, criterion))) / n;
      // sums of this form carry rounding of a few ulps, so equal gains are told by a tiny margin
      if (best === null || gain > best.gain + 1e-13) {
        best = { feature: j, threshold: 0.5 * col[m - 1] + 0.5 * col[m], gain };
      }
    }
  }
  return best;
}

export function buildTree(
  X: Matrix,
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes: K, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  check(X, y, K);
  const H = oneHot(y, K);
  const node = (idx: number[], depth: number): Tree => {
    const counts = Array.from({ length: K }, (_, k) => idx.reduce((s, i) => s + H[i][k], 0));
    const top = counts.reduce((b, c, k) => (c > counts[b] ? k : b), 0);
    const stop =
      dot(counts, counts) === idx.length ** 2 || depth >= maxDepth || idx.length < minSamplesSplit;
    const q = stop
      ? null
      : bestSplit(
          idx.map(i => X[i]),
          idx.map(i => y[i]),
          { classes: K, criterion },
        );
    if (!q) return { kind: 'leaf', counts, prediction: top };
    const mask = idx.map(i => X[i][q.feature] <= q.threshold);
    const left = node(
      idx.filter((_, r) => mask[r]),
      depth + 1,
    );
    const right = node(
      idx.filter((_, r) => !mask[r]),
      depth + 1,
    );
    return { kind: 'split', feature: q.feature, threshold: q.threshold, gain: q.gain, left, right };
  };
  return node(
    X.map((_, i) => i),
    0,
  );
}

export function predict(tree: Tree, X: Matrix): number[] {
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X is not a matrix');
  const result = new Array<number>(X.length).fill(0);
  // one pass over the tree with the set of rows that reach each node
  const send = (t: Tree, idx: number[]): void => {
    if (t.kind === 'leaf') {
      for (const i of idx) result[i] = t.prediction;
      return;
    }
    send(
      t.left,
      idx.filter(i => X[i][t.feature] <= t.threshold),
    );
    send(
      t.right,
      idx.filter(i => X[i][t.feature] > t.threshold),
    );
  };
  send(
    tree,
    X.map((_, i) => i),
  );
  return result;
}
