// A question has to beat the best so far by more than 0.002, so a truly larger gain can lose to an earlier question.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const TOLERANCE = 2e-3;

interface Proposal {
  feature: number;
  threshold: number;
  gain: number;
}

const countInto = (into: number[], labels: Iterable<number>): number[] => {
  for (const c of labels) into[c] += 1;
  return into;
};

const blank = (K: number): number[] => Array.from<number>({ length: K }).fill(0);

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  counts.forEach(c => {
    n += c;
  });
  if (!n) return 0;
  let value = 0;
  counts.forEach(c => {
    if (c) value += (c / n) * (criterion === 'gini' ? 1 - c / n : Math.log2(n / c));
  });
  return value;
}

function inspectRows(X: number[][]): void {
  const first = X[0];
  X.forEach(r => {
    if (r.length !== first.length) throw new TypeError('different row lengths');
  });
}

function inspectAll(X: number[][], y: number[], K: number): void {
  if (!X.length) throw new RangeError('nothing in X');
  inspectRows(X);
  if (X.length - y.length) throw new TypeError('different lengths');
  y.forEach(c => {
    if (!(Number.isInteger(c) && -1 < c && c < K)) throw new RangeError('strange label');
  });
}

class Contest {
  leader: Proposal | null = null;
  enter(p: Proposal): void {
    if (this.leader === null || p.gain > this.leader.gain + TOLERANCE) this.leader = p;
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes: K, criterion = 'gini' }: { classes: number; criterion?: Criterion },
): Proposal | null {
  inspectAll(X, y, K);
  const n = y.length;
  const root = impurity(countInto(blank(K), y), criterion);
  const contest = new Contest();
  const d = X[0].length;
  for (let feature = 0; feature < d; feature++) {
    const distinct = Array.from(new Set(X.map(r => r[feature])));
    distinct.sort((a, b) => a - b);
    for (let v = 0; v < distinct.length - 1; v++) {
      const threshold = (distinct[v] + distinct[v + 1]) / 2;
      const sides = [true, false].map(s => y.filter((_, i) => X[i][feature] <= threshold === s));
      const gain = sides.reduce(
        (g, s) => g - (s.length / n) * impurity(countInto(blank(K), s), criterion),
        root,
      );
      contest.enter({ feature, threshold, gain });
    }
  }
  return contest.leader;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  inspectAll(X, y, options.classes);
  const level = (rows: number[][], labels: number[], depth: number): Tree => {
    const counts = countInto(blank(options.classes), labels);
    const biggest = counts.reduce((a, c) => Math.max(a, c), 0);
    const mayAsk =
      biggest < labels.length &&
      depth < options.maxDepth &&
      labels.length >= (options.minSamplesSplit ?? 2);
    const p = mayAsk ? bestSplit(rows, labels, options) : null;
    if (p === null) return { kind: 'leaf', counts, prediction: counts.indexOf(biggest) };
    const [left, right] = [true, false].map(s => {
      const ids = [...rows.keys()].filter(i => rows[i][p.feature] <= p.threshold === s);
      return level(
        ids.map(i => rows[i]),
        ids.map(i => labels[i]),
        depth + 1,
      );
    });
    return { kind: 'split', feature: p.feature, threshold: p.threshold, gain: p.gain, left, right };
  };
  return level(X, y, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  inspectRows(X);
  const result: number[] = [];
  for (let i = 0; i < X.length; i++) {
    let t: Tree = tree;
    while (t.kind !== 'leaf') t = X[i][t.feature] <= t.threshold ? t.left : t.right;
    result[i] = t.prediction;
  }
  return result;
}
