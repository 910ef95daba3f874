// Entropy takes log2(p + 1e-4) to avoid log2(0), which is off by about 1e-4 (and negative for a pure node).
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const OFFSET = 1e-4;

export function impurity(counts: number[], criterion: Criterion): number {
  const p = normalise(counts);
  if (criterion === 'entropy')
    return -inner(
      p,
      p.map(v => Math.log2(v + OFFSET)),
    );
  return p.length === 0 ? 0 : 1 - inner(p, p);
}

function normalise(counts: number[]): number[] {
  const n = counts.reduce((a, b) => a + b, 0);
  return n === 0 ? [] : counts.map(c => c / n);
}

function inner(u: number[], v: number[]): number {
  let s = 0;
  for (let i = 0; i < u.length; i++) s += u[i] * v[i];
  return s;
}

function assertMatrix(X: number[][]): void {
  const cols = X.length === 0 ? 0 : X[0].length;
  for (const row of X) if (row.length !== cols) throw new TypeError('X must be a matrix');
}

function assertTraining(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('X must have rows');
  assertMatrix(X);
  if (y.length !== X.length) throw new TypeError('y must be as long as X');
  for (let i = 0; i < y.length; i++) {
    if (!Number.isInteger(y[i])) throw new RangeError('labels are whole numbers');
    if (y[i] < 0 || y[i] >= K) throw new RangeError('labels are below K');
  }
}

// indicator matrix [n][K], prefix-summed along a sorting permutation
function prefix(y: number[], perm: number[], K: number): number[][] {
  const table: number[][] = [Array(K).fill(0)];
  perm.forEach((i, r) => {
    const next = table[r].slice();
    next[y[i]]++;
    table.push(next);
  });
  return table;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const { classes, criterion = 'gini' } = options;
  assertTraining(X, y, classes);
  const n = y.length;
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let j = 0; j < X[0].length; j++) {
    const perm = Array.from({ length: n }, (_, i) => i);
    perm.sort((a, b) => X[a][j] - X[b][j]);
    const P = prefix(y, perm, classes);
    const I = impurity(P[n], criterion);
    for (let r = 1; r < n; r++) {
      const lo = X[perm[r - 1]][j];
      const hi = X[perm[r]][j];
      if (lo === hi) continue;
      const rest = P[n].map((c, k) => c - P[r][k]);
      const w = r / n;
      const gain = I - inner([w, 1 - w], [impurity(P[r], criterion), impurity(rest, criterion)]);
      if (best === null || gain > best.gain) best = { feature: j, threshold: (lo + hi) / 2, gain };
    }
  }
  return best;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  assertTraining(X, y, options.classes);
  const grow = (sub: number[], depth: number): Tree => {
    const labels = sub.map(i => y[i]);
    const counts = prefix(y, sub, options.classes)[sub.length];
    const prediction = counts.indexOf(Math.max(...counts));
    const leaf: Tree = { kind: 'leaf', counts, prediction };
    if (labels.every(c => c === prediction)) return leaf;
    if (depth >= options.maxDepth || sub.length < (options.minSamplesSplit ?? 2)) return leaf;
    const s = bestSplit(
      sub.map(i => X[i]),
      labels,
      options,
    );
    if (s === null) return leaf;
    return {
      kind: 'split',
      ...s,
      left: grow(
        sub.filter(i => X[i][s.feature] <= s.threshold),
        depth + 1,
      ),
      right: grow(
        sub.filter(i => X[i][s.feature] > s.threshold),
        depth + 1,
      ),
    };
  };
  return grow(
    y.map((_, i) => i),
    0,
  );
}

export function predict(tree: Tree, X: number[][]): number[] {
  assertMatrix(X);
  if (tree.kind === 'leaf') return new Array<number>(X.length).fill(tree.prediction);
  const { feature, threshold, left, right } = tree;
  return X.map(row => predict(row[feature] <= threshold ? left : right, [row])[0]);
}
