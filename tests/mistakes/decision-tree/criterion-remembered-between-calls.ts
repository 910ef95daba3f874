// The criterion is kept at module level and not reset, so after one call with 'entropy' the default is entropy too.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

let currentCriterion: Criterion = 'gini';

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += counts[i];
  if (n === 0) return 0;
  if (criterion === 'gini') {
    let collisions = 0;
    for (let i = 0; i < counts.length; i++) collisions += counts[i] * counts[i];
    return 1 - collisions / (n * n);
  }
  let bits = 0;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > 0) bits += counts[i] * (Math.log2(n) - Math.log2(counts[i]));
  }
  return bits / n;
}

function complain(X: number[][], y: number[] | undefined, K: number): void {
  X.forEach((r, i) => {
    if (i > 0 && r.length !== X[i - 1].length) throw new TypeError('unequal rows');
  });
  if (y === undefined) return;
  if (y.length !== X.length) throw new TypeError('unequal X and y');
  if (X.length === 0) throw new RangeError('empty');
  y.forEach(c => {
    if (![...Array(K).keys()].includes(c)) throw new RangeError('label');
  });
}

function configure(options: { criterion?: Criterion }): void {
  if (options.criterion) currentCriterion = options.criterion;
}

function scoreOf(labels: number[], K: number): number {
  const counts = Array.from({ length: K }, () => 0);
  labels.forEach(c => {
    counts[c]++;
  });
  return labels.length * impurity(counts, currentCriterion);
}

function splitAt<T>(things: T[], flags: boolean[]): [T[], T[]] {
  return [things.filter((_, i) => flags[i]), things.filter((_, i) => !flags[i])];
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  complain(X, y, options.classes);
  configure(options);
  const whole = scoreOf(y, options.classes);
  let winner: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < X[0].length; feature++) {
    const ladder = X.map(r => r[feature]).sort((a, b) => a - b);
    for (let step = 0; step + 1 < ladder.length; step++) {
      if (ladder[step] < ladder[step + 1]) {
        const threshold = (ladder[step] + ladder[step + 1]) / 2;
        const [low, high] = splitAt(
          y,
          X.map(r => r[feature] <= threshold),
        );
        const gain =
          (whole - scoreOf(low, options.classes) - scoreOf(high, options.classes)) / y.length;
        if (winner === null || gain - winner.gain > 1e-13) winner = { feature, threshold, gain };
      }
    }
  }
  return winner;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  complain(X, y, options.classes);
  configure(options);
  const K = options.classes;
  const few = options.minSamplesSplit ?? 2;
  const build = (rows: number[][], labels: number[], depth: number): Tree => {
    const one = labels.every(c => c === labels[0]);
    if (!one && depth < options.maxDepth && labels.length >= few) {
      const q = bestSplit(rows, labels, { classes: K });
      if (q) {
        const flags = rows.map(r => r[q.feature] <= q.threshold);
        const [rl, rr] = splitAt(rows, flags);
        const [yl, yr] = splitAt(labels, flags);
        return {
          kind: 'split',
          ...q,
          left: build(rl, yl, depth + 1),
          right: build(rr, yr, depth + 1),
        };
      }
    }
    const counts = Array.from({ length: K }, (_, k) => labels.filter(c => c === k).length);
    return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
  };
  return build(X, y, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  complain(X, undefined, 0);
  const route = (x: number[], t: Tree = tree): number =>
    t.kind === 'leaf' ? t.prediction : route(x, x[t.feature] <= t.threshold ? t.left : t.right);
  return X.map(x => route(x));
}
