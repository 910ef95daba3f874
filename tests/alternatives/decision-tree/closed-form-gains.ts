// Never forms the children's impurities but uses the gain's closed forms, the squared distance of class shares for gini and mutual information for entropy.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, b) => a + b, 0);
  let out = 0;
  for (const c of counts) {
    if (c === 0) continue;
    const p = c / n;
    out += criterion === 'gini' ? p * (1 - p) : p * -Math.log2(p);
  }
  return out;
}

/**
 * gini:    (n_L n_R / n²) · Σ (p_k^L − p_k^R)²
 * entropy: Σ over side, class of p(side, k) log2( p(side, k) / (p(side) p(k)) )
 */
function gainOf(L: number[], R: number[], criterion: Criterion): number {
  let nl = 0,
    nr = 0;
  for (let k = 0; k < L.length; k++) {
    nl += L[k];
    nr += R[k];
  }
  const n = nl + nr;
  let g = 0;
  if (criterion === 'gini') {
    for (let k = 0; k < L.length; k++) {
      const diff = L[k] * nr - R[k] * nl;
      g += diff * diff;
    }
    return g / (nl * nr) / (n * n);
  }
  for (let k = 0; k < L.length; k++) {
    const both = L[k] + R[k];
    if (L[k] > 0) g += L[k] * Math.log2((L[k] * n) / (nl * both));
    if (R[k] > 0) g += R[k] * Math.log2((R[k] * n) / (nr * both));
  }
  return g / n;
}

function guard(X: number[][], y: number[], K: number): void {
  if (!X.length) throw new RangeError('no rows');
  if (y.length - X.length !== 0) throw new TypeError('y.length');
  const d = X[0].length;
  X.forEach(row => {
    if (row.length !== d) throw new TypeError('row.length');
  });
  y.forEach(k => {
    if (k < 0 || k >= K || k % 1 !== 0) throw new RangeError('label');
  });
}

function pick(
  rows: { x: number[]; k: number }[],
  K: number,
  criterion: Criterion,
): { feature: number; threshold: number; gain: number } | null {
  let best: { feature: number; threshold: number; gain: number } | null = null;
  const d = rows[0].x.length;
  for (let feature = 0; feature < d; feature++) {
    const sorted = [...rows].sort((a, b) => a.x[feature] - b.x[feature]);
    const L = new Array<number>(K).fill(0);
    const R = new Array<number>(K).fill(0);
    for (const { k } of rows) R[k]++;
    let i = 0;
    for (;;) {
      const v = sorted[i].x[feature];
      while (i < sorted.length && sorted[i].x[feature] === v) {
        L[sorted[i].k]++;
        R[sorted[i].k]--;
        i++;
      }
      if (i === sorted.length) break;
      const w = sorted[i].x[feature];
      const gain = gainOf(L, R, criterion);
      if (!best || gain > best.gain) {
        const m = (v + w) / 2;
        best = { feature, threshold: m >= w ? v : m, gain };
      }
    }
  }
  return best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  guard(X, y, options.classes);
  return pick(
    X.map((x, i) => ({ x, k: y[i] })),
    options.classes,
    options.criterion ?? 'gini',
  );
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  guard(X, y, options.classes);
  const { classes: K, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  function go(rows: { x: number[]; k: number }[], depth: number): Tree {
    const first = rows[0].k;
    const stop =
      depth >= maxDepth || rows.length < minSamplesSplit || rows.every(r => r.k === first);
    const q = stop ? null : pick(rows, K, criterion);
    if (q) {
      const L = rows.filter(r => r.x[q.feature] <= q.threshold);
      const R = rows.filter(r => r.x[q.feature] > q.threshold);
      return { kind: 'split', ...q, left: go(L, depth + 1), right: go(R, depth + 1) };
    }
    const counts = new Array<number>(K).fill(0);
    for (const r of rows) counts[r.k]++;
    let prediction = K - 1;
    for (let k = K - 1; k >= 0; k--) if (counts[k] >= counts[prediction]) prediction = k;
    return { kind: 'leaf', counts, prediction };
  }
  return go(
    X.map((x, i) => ({ x, k: y[i] })),
    0,
  );
}

export function predict(tree: Tree, X: number[][]): number[] {
  if (X.some((row, i) => i > 0 && row.length !== X[i - 1].length))
    throw new TypeError('row.length');
  const result: number[] = [];
  for (const row of X) {
    let t = tree;
    while (t.kind === 'split') t = t[row[t.feature] <= t.threshold ? 'left' : 'right'];
    result.push(t.prediction);
  }
  return result;
}
