// Two at once: with entropy it maximises and returns C4.5's gain ratio instead of the gain, and a leaf predicts the class that came first in the data among equals.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const info = (...cs: number[]): number => {
  const n = cs.reduce((a, b) => a + b, 0);
  return cs.reduce((s, c) => (c > 0 ? s - (c / n) * Math.log2(c / n) : s), 0);
};
const giniOf = (...cs: number[]): number => {
  const n = cs.reduce((a, b) => a + b, 0);
  return n > 0 ? 1 - cs.reduce((s, c) => s + (c * c) / (n * n), 0) : 0;
};

export function impurity(counts: number[], criterion: Criterion): number {
  return criterion === 'gini' ? giniOf(...counts) : info(...counts);
}

function requireTable(X: number[][]): void {
  for (let i = 1; i < X.length; i++)
    if (X[i - 1].length !== X[i].length) throw new TypeError('no table');
}

function requireTask(X: number[][], y: number[], K: number): void {
  requireTable(X);
  if (X.length !== y.length) throw new TypeError('X and y');
  if (y.length === 0) throw new RangeError('empty');
  if (y.some(c => c < 0 || c >= K || !Number.isInteger(c))) throw new RangeError('class');
}

function freq(y: number[], K: number): number[] {
  return Array.from({ length: K }, (_, k) => y.reduce((s, c) => s + Number(c === k), 0));
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  requireTask(X, y, options.classes);
  const criterion = options.criterion ?? 'gini';
  const n = y.length;
  const before = impurity(freq(y, options.classes), criterion);
  let chosen: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < X[0].length; feature++) {
    const values = X.map(r => r[feature])
      .sort((a, b) => a - b)
      .filter((v, i, all) => i === 0 || v !== all[i - 1]);
    for (let i = 0; i + 1 < values.length; i++) {
      const threshold = (values[i] + values[i + 1]) / 2;
      const yes = y.filter((_, r) => X[r][feature] <= threshold);
      const no = y.filter((_, r) => X[r][feature] > threshold);
      let gain = before;
      for (const part of [yes, no])
        gain -= (part.length / n) * impurity(freq(part, options.classes), criterion);
      if (criterion === 'entropy') gain /= info(yes.length, no.length);
      if (!chosen || gain > chosen.gain + 1e-12) chosen = { feature, threshold, gain };
    }
  }
  return chosen;
}

function mostCommon(y: number[]): number {
  const seen = new Map<number, number>();
  for (const c of y) seen.set(c, (seen.get(c) ?? 0) + 1);
  let best = y[0];
  for (const [c, times] of seen) if (times > seen.get(best)!) best = c;
  return best;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  requireTask(X, y, options.classes);
  const c45 = (S: number[], depth: number): Tree => {
    const labels = S.map(i => y[i]);
    const terminal: Tree = {
      kind: 'leaf',
      counts: freq(labels, options.classes),
      prediction: mostCommon(labels),
    };
    if (new Set(labels).size === 1) return terminal;
    if (depth >= options.maxDepth || S.length < (options.minSamplesSplit ?? 2)) return terminal;
    const best = bestSplit(
      S.map(i => X[i]),
      labels,
      options,
    );
    if (!best) return terminal;
    const goes = (i: number) => X[i][best.feature] <= best.threshold;
    return {
      kind: 'split',
      ...best,
      left: c45(S.filter(goes), depth + 1),
      right: c45(
        S.filter(i => !goes(i)),
        depth + 1,
      ),
    };
  };
  return c45(Array.from(y.keys()), 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  requireTable(X);
  return X.map(function follow(x): number {
    let t = tree;
    while (t.kind === 'split') t = [t.right, t.left][Number(x[t.feature] <= t.threshold)];
    return t.prediction;
  });
}
