// As a shortcut only boundaries whose two neighbouring sorted examples differ in label are tried, which misses thresholds where equal values carry mixed labels.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, c) => a + c, 0);
  if (n === 0) return 0;
  const ps = Float64Array.from(counts, c => c / n);
  let r = 0;
  if (criterion === 'gini') {
    for (const p of ps) r += p * p;
    return 1 - r;
  }
  for (const p of ps) if (p > 0) r += p * Math.log2(p);
  return r === 0 ? 0 : -r;
}

function failOnRagged(X: number[][]): void {
  if (new Set(X.map(r => r.length)).size > 1) throw new TypeError('rows differ in length');
}

function failOnBad(X: number[][], y: number[], K: number): void {
  failOnRagged(X);
  if (X.length !== y.length) throw new TypeError('y and X differ in length');
  if (!X.length) throw new RangeError('there are no rows');
  if (y.some(v => !(Number.isInteger(v) && v >= 0 && v < K)))
    throw new RangeError('there is a bad label');
}

const hist = (labels: number[], K: number): number[] => {
  const h: number[] = Array(K).fill(0);
  labels.forEach(v => {
    h[v]++;
  });
  return h;
};

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const { classes: K, criterion = 'gini' } = options;
  failOnBad(X, y, K);
  const I = impurity(hist(y, K), criterion);
  const n = y.length;
  let best: { feature: number; threshold: number; gain: number } | null = null;
  let fallback: { feature: number; threshold: number; gain: number } | null = null;
  for (let f = 0; f < X[0].length; f++) {
    const sorted = [...y.keys()].sort((i, j) => X[i][f] - X[j][f] || y[i] - y[j]);
    for (let p = 1; p < n; p++) {
      const [i, j] = [sorted[p - 1], sorted[p]];
      if (X[i][f] === X[j][f]) continue;
      const labels = sorted.map(s => y[s]);
      const gl = (p / n) * impurity(hist(labels.slice(0, p), K), criterion);
      const gr = ((n - p) / n) * impurity(hist(labels.slice(p), K), criterion);
      const candidate = { feature: f, threshold: (X[i][f] + X[j][f]) / 2, gain: I - gl - gr };
      if (fallback === null) fallback = candidate;
      if (y[i] === y[j]) continue;
      if (best === null || candidate.gain > best.gain) best = candidate;
    }
  }
  return best ?? fallback;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  failOnBad(X, y, options.classes);
  const few = options.minSamplesSplit ?? 2;
  let frontier: { ids: number[]; put: (t: Tree) => void }[] = [];
  let root: Tree | null = null;
  frontier.push({ ids: [...y.keys()], put: t => (root = t) });
  // level by level
  for (let depth = 0; frontier.length > 0; depth++) {
    const next: typeof frontier = [];
    for (const { ids, put } of frontier) {
      const counts = hist(
        ids.map(i => y[i]),
        options.classes,
      );
      const m = Math.max(...counts);
      const s =
        m === ids.length || depth >= options.maxDepth || ids.length < few
          ? null
          : bestSplit(
              ids.map(i => X[i]),
              ids.map(i => y[i]),
              options,
            );
      if (s === null) {
        put({ kind: 'leaf', counts, prediction: counts.indexOf(m) });
        continue;
      }
      const hole: Tree = { kind: 'leaf', counts: [], prediction: 0 };
      const split = { kind: 'split' as const, ...s, left: hole as Tree, right: hole as Tree };
      put(split);
      next.push({
        ids: ids.filter(i => X[i][s.feature] <= s.threshold),
        put: t => (split.left = t),
      });
      next.push({
        ids: ids.filter(i => X[i][s.feature] > s.threshold),
        put: t => (split.right = t),
      });
    }
    frontier = next;
  }
  return root!;
}

export function predict(tree: Tree, X: number[][]): number[] {
  failOnRagged(X);
  const res: number[] = [];
  for (const r of X) {
    let t = tree;
    while ('left' in t) t = r[t.feature] <= t.threshold ? t.left : t.right;
    res.push(t.prediction);
  }
  return res;
}
