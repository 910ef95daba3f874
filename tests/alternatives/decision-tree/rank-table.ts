// Replaces every value by its rank among the distinct ones and reads all gains off one flat rank-by-class table per feature.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

function lowerBound(sorted: Float64Array, v: number): number {
  let lo = 0,
    hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >>> 1;
    if (sorted[mid] < v) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

function distinct(column: number[]): Float64Array {
  const s = Float64Array.from(column).sort();
  let m = 0;
  for (let i = 0; i < s.length; i++) if (i === 0 || s[i] !== s[i - 1]) s[m++] = s[i];
  return s.slice(0, m);
}

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, c) => a + c, 0);
  if (n <= 0) return 0;
  if (criterion === 'gini') {
    return 1 - counts.map(c => (c / n) ** 2).reduce((a, b) => a + b, 0);
  }
  return Math.abs(counts.map(c => (c ? (c / n) * Math.log2(c / n) : 0)).reduce((a, b) => a + b, 0));
}

const mustBe = (ok: boolean, E: typeof RangeError | typeof TypeError, text: string): void => {
  if (!ok) throw new E(text);
};

function checkAll(X: number[][], y: number[], K: number): void {
  mustBe(X.length > 0, RangeError, 'empty');
  mustBe(X.length === y.length, TypeError, 'lengths');
  mustBe(
    X.every(r => r.length === X[0].length),
    TypeError,
    'ragged',
  );
  mustBe(
    y.every(v => Number.isInteger(v) && v >= 0 && v <= K - 1),
    RangeError,
    'labels',
  );
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  const { classes: K, criterion = 'gini' } = options;
  checkAll(X, y, K);
  const n = X.length;
  let answer: { feature: number; threshold: number; gain: number } | null = null;
  X[0].forEach((_, feature) => {
    const values = distinct(X.map(row => row[feature]));
    const V = values.length;
    if (V < 2) return;
    // cum[r * K + k]: examples of class k with rank <= r
    const cum = new Uint32Array(V * K);
    for (let i = 0; i < n; i++) cum[lowerBound(values, X[i][feature]) * K + y[i]]++;
    for (let j = K; j < cum.length; j++) cum[j] += cum[j - K];
    const all = Array.from(cum.subarray((V - 1) * K));
    const I = impurity(all, criterion);
    for (let r = 0; r < V - 1; r++) {
      const L = Array.from(cum.subarray(r * K, (r + 1) * K));
      const R = all.map((c, k) => c - L[k]);
      const nl = L.reduce((a, c) => a + c, 0);
      const gain = I - (nl / n) * impurity(L, criterion) - ((n - nl) / n) * impurity(R, criterion);
      if (answer === null || gain > answer.gain) {
        const m = values[r] / 2 + values[r + 1] / 2;
        answer = { feature, threshold: m >= values[r] && m < values[r + 1] ? m : values[r], gain };
      }
    }
  });
  return answer;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const K = options.classes;
  checkAll(X, y, K);
  const expand = (mask: Uint8Array, size: number, depth: number): Tree => {
    const counts = Array.from({ length: K }, () => 0);
    const xs: number[][] = [];
    const ys: number[] = [];
    mask.forEach((on, i) => {
      if (!on) return;
      counts[y[i]]++;
      xs.push(X[i]);
      ys.push(y[i]);
    });
    const leaf = (): Tree => ({
      kind: 'leaf',
      counts,
      prediction: counts.map((c, k) => [c, k]).sort((a, b) => b[0] - a[0] || a[1] - b[1])[0][1],
    });
    if (
      ys.every(k => k === ys[0]) ||
      depth === options.maxDepth ||
      size < (options.minSamplesSplit ?? 2)
    )
      return leaf();
    const s = bestSplit(xs, ys, { classes: K, criterion: options.criterion });
    if (s === null) return leaf();
    const lm = mask.map((on, i) => (on && X[i][s.feature] <= s.threshold ? 1 : 0));
    const rm = mask.map((on, i) => (on && !lm[i] ? 1 : 0));
    const nl = lm.reduce((a, b) => a + b, 0);
    return {
      kind: 'split',
      ...s,
      left: expand(lm, nl, depth + 1),
      right: expand(rm, size - nl, depth + 1),
    };
  };
  return expand(new Uint8Array(X.length).fill(1), X.length, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  mustBe(
    X.every(r => r.length === X[0].length),
    TypeError,
    'ragged',
  );
  return Array.from(X, row => {
    let cur = tree;
    while (cur.kind !== 'leaf') {
      const { feature, threshold, left, right } = cur;
      cur = row[feature] <= threshold ? left : right;
    }
    return cur.prediction;
  });
}
