// buildTree hands the criterion to the root only; every node below it is split by gini.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  const size = counts.reduce((s, c) => s + c, 0);
  if (size === 0) return 0;
  const share = (c: number): number => c / size;
  const nonEmpty = counts.filter(c => c > 0).map(share);
  if (criterion === 'gini') return nonEmpty.reduce((s, p) => s - p * p, 1);
  return nonEmpty.reduce((s, p) => s - p * Math.log2(p), 0);
}

type Pair = [x: number[], y: number];

const zip = (X: number[][], y: number[]): Pair[] => X.map((x, i) => [x, y[i]]);

const throwing = {
  shape(X: number[][]): void {
    for (let i = X.length - 1; i > 0; i--)
      if (X[i].length !== X[0].length) throw new TypeError('ragged rows');
  },
  training(X: number[][], y: number[], K: number): void {
    throwing.shape(X);
    if (X.length !== y.length) throw new TypeError('X and y lengths');
    if (X.length === 0) throw new RangeError('zero rows');
    for (const v of y)
      if (v < 0 || v >= K || Math.round(v) !== v || Number.isNaN(v)) throw new RangeError('label');
  },
};

function frequencies(pairs: Pair[], K: number): number[] {
  const f = new Array<number>(K);
  f.fill(0);
  for (const [, c] of pairs) f[c]++;
  return f;
}

function pickQuestion(pairs: Pair[], K: number, criterion: Criterion = 'gini') {
  const here = impurity(frequencies(pairs, K), criterion);
  const n = pairs.length;
  let q: { feature: number; threshold: number; gain: number } | null = null;
  for (let j = 0; j < pairs[0][0].length; j++) {
    const sorted = pairs.slice().sort((a, b) => a[0][j] - b[0][j]);
    for (let i = 1; i < n; i++) {
      const a = sorted[i - 1][0][j];
      const b = sorted[i][0][j];
      if (a === b) continue;
      const lower = impurity(frequencies(sorted.slice(0, i), K), criterion);
      const upper = impurity(frequencies(sorted.slice(i), K), criterion);
      const gain = here - (i / n) * lower - ((n - i) / n) * upper;
      if (q === null || gain > q.gain) q = { feature: j, threshold: (a + b) / 2, gain };
    }
  }
  return q;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  throwing.training(X, y, options.classes);
  return pickQuestion(zip(X, y), options.classes, options.criterion);
}

function sprout(pairs: Pair[], K: number, room: number, min = 2, criterion?: Criterion): Tree {
  const counts = frequencies(pairs, K);
  const prediction = counts.reduce((b, c, k, all) => (c > all[b] ? k : b), 0);
  const leaf: Tree = { kind: 'leaf', counts, prediction };
  if (counts[prediction] === pairs.length || room <= 0 || pairs.length < min) return leaf;
  const q = pickQuestion(pairs, K, criterion);
  if (!q) return leaf;
  const yes = pairs.filter(([x]) => x[q.feature] <= q.threshold);
  const no = pairs.filter(([x]) => x[q.feature] > q.threshold);
  return {
    kind: 'split',
    ...q,
    left: sprout(yes, K, room - 1, min),
    right: sprout(no, K, room - 1, min),
  };
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  throwing.training(X, y, options.classes);
  return sprout(
    zip(X, y),
    options.classes,
    options.maxDepth,
    options.minSamplesSplit,
    options.criterion,
  );
}

export function predict(tree: Tree, X: number[][]): number[] {
  throwing.shape(X);
  const out: number[] = [];
  let i = 0;
  let t = tree;
  while (i < X.length) {
    if (t.kind === 'leaf') {
      out.push(t.prediction);
      t = tree;
      i++;
    } else {
      t = X[i][t.feature] <= t.threshold ? t.left : t.right;
    }
  }
  return out;
}
