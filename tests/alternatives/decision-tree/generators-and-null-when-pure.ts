// Written by a fan of generators who also answers null from bestSplit for a pure node, which the text leaves open.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Candidate = { feature: number; threshold: number; gain: number };

function pairwise(xs: number[], from = 0, to = xs.length): number {
  if (to - from === 0) return 0;
  if (to - from === 1) return xs[from];
  const mid = (from + to) >> 1;
  return pairwise(xs, from, mid) + pairwise(xs, mid, to);
}

export function impurity(counts: number[], criterion: Criterion): number {
  const n = pairwise(counts);
  if (n === 0) return 0;
  const p = counts.map(c => c / n);
  return criterion === 'gini'
    ? pairwise(p.map(q => q - q * q))
    : pairwise(p.map(q => (q === 0 ? 0 : q * -Math.log2(q))));
}

function* questions(
  X: number[][],
  y: number[],
  classes: number,
  criterion: Criterion,
): Generator<Candidate> {
  const bins = (labels: number[]): number[] => {
    const b: number[] = new Array(classes).fill(0);
    for (const c of labels) b[c]++;
    return b;
  };
  const I = impurity(bins(y), criterion);
  const share = (labels: number[]): number =>
    (labels.length * impurity(bins(labels), criterion)) / y.length;
  for (let feature = 0; feature < X[0].length; feature++) {
    let low = Math.min(...X.map(r => r[feature]));
    for (;;) {
      const higher: number[] = X.map(r => r[feature]).filter(v => v > low);
      if (higher.length === 0) break;
      const high = Math.min(...higher);
      const threshold = low + (high - low) / 2;
      const L = y.filter((_, i) => X[i][feature] <= threshold);
      const R = y.filter((_, i) => X[i][feature] > threshold);
      yield { feature, threshold, gain: I - share(L) - share(R) };
      low = high;
    }
  }
}

function examine(X: number[][], y: number[], classes: number): void {
  if (!X.length) throw new RangeError('empty X');
  const [{ length: d }] = X;
  if (X.some(({ length }) => length !== d)) throw new TypeError('rows of different length');
  if (y.length !== X.length) throw new TypeError('y does not fit X');
  if (y.some(c => !Number.isInteger(c) || c < 0 || c >= classes))
    throw new RangeError('label not a class');
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
): Candidate | null {
  examine(X, y, classes);
  if (y.every(c => c === y[0])) return null;
  let best: Candidate | null = null;
  for (const q of questions(X, y, classes, criterion)) {
    if (best !== null && q.gain <= best.gain) continue;
    best = q;
  }
  return best;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  examine(X, y, classes);
  const visit = (xs: number[][], ys: number[], depth: number): Tree => {
    const split =
      depth < maxDepth && ys.length >= minSamplesSplit
        ? bestSplit(xs, ys, { classes, criterion })
        : null;
    if (split === null) {
      const counts: number[] = new Array(classes).fill(0);
      let prediction = 0;
      for (const c of ys) counts[c] += 1;
      counts.forEach((c, k) => {
        if (c > counts[prediction]) prediction = k;
      });
      return { kind: 'leaf', counts, prediction };
    }
    const { feature, threshold, gain } = split;
    const keep = (low: boolean): Tree => {
      const chosen = [...xs.keys()].filter(i => xs[i][feature] <= threshold === low);
      return visit(
        chosen.map(i => xs[i]),
        chosen.map(i => ys[i]),
        depth + 1,
      );
    };
    return { kind: 'split', feature, threshold, gain, left: keep(true), right: keep(false) };
  };
  return visit(X, y, 0);
}

function* walk(tree: Tree, X: number[][]): Generator<number> {
  for (const row of X) {
    if (row.length !== X[0].length) throw new TypeError('rows of different length');
    let t = tree;
    while (t.kind !== 'leaf') {
      const { feature, threshold, left, right } = t;
      t = row[feature] <= threshold ? left : right;
    }
    yield t.prediction;
  }
}

export const predict = (tree: Tree, X: number[][]): number[] => [...walk(tree, X)];
