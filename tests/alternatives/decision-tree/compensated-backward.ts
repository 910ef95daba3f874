// Written by a numerical analyst: every sum runs backwards with Kahan compensation, and features and thresholds are scanned from the top.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

function ksum(count: number, term: (i: number) => number): number {
  let s = 0;
  let c = 0;
  let i = count;
  while (i-- > 0) {
    const v = term(i) - c;
    const t = s + v;
    c = t - s - v;
    s = t;
  }
  return s;
}

export function impurity(counts: number[], criterion: Criterion): number {
  const K = counts.length;
  const n = ksum(K, k => counts[k]);
  if (!(n > 0)) return 0;
  switch (criterion) {
    case 'entropy':
      return ksum(K, k => (counts[k] ? (-counts[k] / n) * Math.log2(counts[k] / n) : 0));
    default:
      return 1 - ksum(K, k => (counts[k] * counts[k]) / (n * n));
  }
}

function inspect(X: number[][], y: number[] | null, K: number): void {
  let i = X.length;
  const bad = y ? y.length !== i : false;
  if (bad) throw new TypeError('lengths of X and y differ');
  if (y && i === 0) throw new RangeError('X is empty');
  while (i-- > 1) if (X[i].length !== X[i - 1].length) throw new TypeError('rows differ in length');
  if (y)
    for (const c of y)
      if (!(Number.isInteger(c) && 0 <= c && c <= K - 1))
        throw new RangeError(`no such class: ${c}`);
}

function histogram(y: number[], K: number): number[] {
  const h: number[] = [];
  for (let k = K - 1; k >= 0; k--) h[k] = 0;
  for (let i = y.length - 1; i >= 0; i--) h[y[i]] += 1;
  return Array.from(h);
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const K = options.classes;
  const criterion: Criterion = options.criterion === undefined ? 'gini' : options.criterion;
  inspect(X, y, K);
  const n = X.length;
  const I = impurity(histogram(y, K), criterion);
  let answer: { feature: number; threshold: number; gain: number } | null = null;
  for (let f = X[0].length - 1; f >= 0; f--) {
    const pairs = X.map((row, i) => ({ v: row[f], c: y[i] })).sort((p, q) => q.v - p.v);
    const below = histogram(y, K);
    const above = below.map(() => 0);
    for (let i = 0; i < n - 1; i++) {
      below[pairs[i].c]--;
      above[pairs[i].c]++;
      if (pairs[i].v === pairs[i + 1].v) continue;
      const nR = i + 1;
      const nL = n - nR;
      const terms = [
        I,
        (-nL / n) * impurity(below, criterion),
        (-nR / n) * impurity(above, criterion),
      ];
      const gain = ksum(3, j => terms[j]);
      // coming from above, an equal gain belongs to the lower question
      if (answer === null || gain >= answer.gain - 1e-14) {
        answer = { feature: f, threshold: (pairs[i].v + pairs[i + 1].v) / 2, gain };
      }
    }
  }
  return answer;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  inspect(X, y, options.classes);
  return grow(X, y, options, 0);
}

function grow(
  X: number[][],
  y: number[],
  o: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
  depth: number,
): Tree {
  const smallest = o.minSamplesSplit ?? 2;
  if (y.some(c => c !== y[0]) && depth !== o.maxDepth && y.length >= smallest) {
    const s = bestSplit(X, y, o);
    if (s) {
      const goesLeft = (row: number[]) => row[s.feature] <= s.threshold;
      const right = grow(
        X.filter(r => !goesLeft(r)),
        y.filter((_, i) => !goesLeft(X[i])),
        o,
        depth + 1,
      );
      const left = grow(
        X.filter(goesLeft),
        y.filter((_, i) => goesLeft(X[i])),
        o,
        depth + 1,
      );
      return {
        kind: 'split',
        feature: s.feature,
        threshold: s.threshold,
        gain: s.gain,
        left,
        right,
      };
    }
  }
  const counts = histogram(y, o.classes);
  let prediction = counts.length - 1;
  for (let k = prediction - 1; k >= 0; k--) if (counts[k] >= counts[prediction]) prediction = k;
  return { kind: 'leaf', counts, prediction };
}

export function predict(tree: Tree, X: number[][]): number[] {
  inspect(X, null, 0);
  const labels: number[] = new Array(X.length);
  for (let i = X.length - 1; i >= 0; i--) {
    let t: Tree = tree;
    while (t.kind === 'split') {
      const next: Tree = X[i][t.feature] <= t.threshold ? t.left : t.right;
      t = next;
    }
    labels[i] = t.prediction;
  }
  return labels;
}
