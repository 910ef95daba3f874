// Written by a number theorist: gini gains are compared exactly as BigInt fractions, so ties are never decided by rounding; entropy uses mutual information.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const total = (c: number[]): number => c.reduce((s, x) => s + x, 0);

export function impurity(counts: number[], criterion: Criterion): number {
  const n = total(counts);
  let out = 0;
  if (criterion === 'gini') {
    // sum over ordered pairs of different classes
    for (let a = 0; a < counts.length; a++)
      for (let b = 0; b < a; b++) out += (2 * counts[a] * counts[b]) / (n * n || 1);
  } else {
    for (const c of counts) if (c) out += (c / n) * (Math.log2(n) - Math.log2(c));
  }
  return out;
}

function ensure(X: number[][], y: number[], K: number): void {
  if (X.length !== y.length) throw new TypeError('X and y disagree');
  if (!y.length) throw new RangeError('nothing to learn from');
  X.forEach(r => {
    if (r.length !== X[0].length) throw new TypeError('ragged X');
  });
  if (!y.every(c => Number.isSafeInteger(c) && c >= 0 && c < K))
    throw new RangeError('label outside 0..K-1');
}

/** Σ c² / n of both sides as one fraction: the larger it is, the larger the gini gain. */
function purity(L: number[], R: number[]): [bigint, bigint] {
  const sq = (c: number[]): bigint => c.reduce((s, x) => s + BigInt(x) * BigInt(x), 0n);
  const nl = BigInt(total(L));
  const nr = BigInt(total(R));
  return [sq(L) * nr + sq(R) * nl, nl * nr];
}

/** I(side; class) in bits from the 2 × K table. */
function information(L: number[], R: number[]): number {
  const nl = total(L);
  const nr = total(R);
  const n = nl + nr;
  let bits = 0;
  L.forEach((l, k) => {
    const ck = l + R[k];
    if (l) bits += (l / n) * Math.log2((l * n) / (nl * ck));
    if (R[k]) bits += (R[k] / n) * Math.log2((R[k] * n) / (nr * ck));
  });
  return bits;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  ensure(X, y, options.classes);
  const K = options.classes;
  const useEntropy = options.criterion === 'entropy';
  const zeros = (): number[] => Array.from({ length: K }, () => 0);
  let win: { feature: number; threshold: number; L: number[]; R: number[] } | null = null;
  let winFraction: [bigint, bigint] = [-1n, 1n];
  let winBits = -Infinity;
  X[0].forEach((_, feature) => {
    const values = Array.from(new Set(X.map(r => r[feature])));
    values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    for (let v = 0; v + 1 < values.length; v++) {
      const L = zeros();
      const R = zeros();
      X.forEach((r, i) => {
        (r[feature] <= values[v] ? L : R)[y[i]]++;
      });
      let better: boolean;
      if (useEntropy) {
        const bits = information(L, R);
        better = bits > winBits + 1e-13;
        if (better) winBits = bits;
      } else {
        const q = purity(L, R);
        better = q[0] * winFraction[1] > winFraction[0] * q[1];
        if (better) winFraction = q;
      }
      if (better) win = { feature, threshold: values[v] / 2 + values[v + 1] / 2, L, R };
    }
  });
  const w = win as { feature: number; threshold: number; L: number[]; R: number[] } | null;
  if (w === null) return null;
  if (useEntropy) return { feature: w.feature, threshold: w.threshold, gain: winBits };
  const n = y.length;
  const node = w.L.map((l, k) => l + w.R[k]);
  const gain =
    impurity(node, 'gini') -
    (total(w.L) / n) * impurity(w.L, 'gini') -
    (total(w.R) / n) * impurity(w.R, 'gini');
  return { feature: w.feature, threshold: w.threshold, gain };
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  ensure(X, y, options.classes);
  const counts: number[] = Array.from(
    { length: options.classes },
    (_, k) => y.filter(c => c === k).length,
  );
  const isLeaf =
    counts.includes(y.length) || options.maxDepth <= 0 || y.length < (options.minSamplesSplit ?? 2);
  const s = isLeaf ? null : bestSplit(X, y, options);
  if (!s) {
    const prediction = counts.reduce((b, c, k) => (c > counts[b] ? k : b), 0);
    return { kind: 'leaf', counts, prediction };
  }
  // a subtree is the tree of its own examples with one level less to go
  const below = { ...options, maxDepth: options.maxDepth - 1 };
  const side = X.map(r => r[s.feature] <= s.threshold);
  const child = (which: boolean): Tree =>
    buildTree(
      X.filter((_, i) => side[i] === which),
      y.filter((_, i) => side[i] === which),
      below,
    );
  return { kind: 'split', ...s, left: child(true), right: child(false) };
}

export function predict(tree: Tree, X: number[][]): number[] {
  for (let i = 1; i < X.length; i++)
    if (X[i].length !== X[i - 1].length) throw new TypeError('ragged X');
  return X.map(x => {
    let t = tree;
    while (t.kind === 'split') t = t[x[t.feature] <= t.threshold ? 'left' : 'right'];
    return t.prediction;
  });
}
