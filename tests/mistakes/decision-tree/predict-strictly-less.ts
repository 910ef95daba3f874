// predict sends a row left only where its value is below the threshold, so a row exactly at the threshold goes right.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  let k: number;
  for (k = 0; k < counts.length; k++) n += counts[k];
  if (n === 0) return 0;
  let s = 0;
  if (criterion === 'gini') {
    for (k = 0; k < counts.length; k++) s += counts[k] * (n - counts[k]);
    return s / (n * n);
  }
  for (k = 0; k < counts.length; k++) {
    if (counts[k] !== 0) s += counts[k] * Math.log2(n / counts[k]);
  }
  return s / n;
}

function verify(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('X/y mismatch');
  for (let i = 0; i < y.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError(`row ${i}`);
    if (Math.floor(y[i]) !== y[i] || y[i] < 0 || y[i] > K - 1) throw new RangeError(`label ${i}`);
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  verify(X, y, options.classes);
  return search(
    X,
    y,
    y.map((_, i) => i),
    options.classes,
    options.criterion || 'gini',
  );
}

function search(X: number[][], y: number[], ids: number[], K: number, crit: Criterion) {
  const m = ids.length;
  const tot: number[] = [];
  for (let k = 0; k < K; k++) tot[k] = 0;
  for (const i of ids) tot[y[i]]++;
  const base = impurity(tot, crit);
  let res: { feature: number; threshold: number; gain: number } | null = null;
  for (let j = 0; j < X[0].length; j++) {
    const o = ids.slice().sort((a, b) => X[a][j] - X[b][j]);
    const L = tot.map(() => 0);
    const R = tot.slice();
    for (let p = 0; p < m - 1; p++) {
      L[y[o[p]]]++;
      R[y[o[p]]]--;
      if (X[o[p]][j] === X[o[p + 1]][j]) continue;
      const g = base - ((p + 1) * impurity(L, crit) + (m - p - 1) * impurity(R, crit)) / m;
      if (res == null || g > res.gain)
        res = { feature: j, threshold: (X[o[p]][j] + X[o[p + 1]][j]) / 2, gain: g };
    }
  }
  return res;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  verify(X, y, options.classes);
  const crit = options.criterion || 'gini';
  const mss = options.minSamplesSplit === undefined ? 2 : options.minSamplesSplit;
  function make(ids: number[], depth: number): Tree {
    const counts: number[] = [];
    for (let k = 0; k < options.classes; k++) counts[k] = 0;
    for (const i of ids) counts[y[i]]++;
    let arg = 0;
    for (let k = 1; k < counts.length; k++) if (counts[k] > counts[arg]) arg = k;
    let s = null;
    if (counts[arg] !== ids.length && depth < options.maxDepth && ids.length >= mss) {
      s = search(X, y, ids, options.classes, crit);
    }
    if (s == null) return { kind: 'leaf', counts: counts, prediction: arg };
    const { feature, threshold, gain } = s;
    const a: number[] = [];
    const b: number[] = [];
    for (const i of ids) {
      if (X[i][feature] <= threshold) a.push(i);
      else b.push(i);
    }
    return {
      kind: 'split',
      feature,
      threshold,
      gain,
      left: make(a, depth + 1),
      right: make(b, depth + 1),
    };
  }
  return make(
    y.map((_, i) => i),
    0,
  );
}

export function predict(tree: Tree, X: number[][]): number[] {
  const out = new Array<number>(X.length);
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError(`row ${i}`);
    let node = tree;
    while (node.kind === 'split') {
      if (X[i][node.feature] < node.threshold) node = node.left;
      else node = node.right;
    }
    out[i] = node.prediction;
  }
  return out;
}
