// Two at once: the loop over thresholds ends one too early, so the highest of each feature is never tried, and the default criterion is entropy.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type BuildOptions = {
  classes: number;
  maxDepth: number;
  minSamplesSplit?: number;
  criterion?: Criterion;
};

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((t, c) => t + c, 0);
  let sumSq = 0;
  let sumLog = 0;
  for (const c of counts) {
    if (c === 0) continue;
    sumSq += (c / n) * (c / n);
    sumLog += (c / n) * Math.log2(c / n);
  }
  if (n === 0) return 0;
  return criterion === 'gini' ? 1 - sumSq : -sumLog;
}

function reject(X: number[][], y: number[] | null, classes: number): void {
  const lengths = X.map(r => r.length);
  if (lengths.length && lengths.some(l => l !== lengths[0]))
    throw new TypeError('row lengths differ');
  if (y === null) return;
  if (y.length !== lengths.length) throw new TypeError('y length differs');
  if (!lengths.length) throw new RangeError('no rows');
  const bad = y.filter(c => c < 0 || c >= classes || c !== Math.floor(c) || Number.isNaN(c));
  if (bad.length) throw new RangeError(`bad labels ${bad}`);
}

function distribution(y: number[], classes: number): number[] {
  const dist: number[] = [];
  while (dist.length < classes) dist.push(0);
  y.forEach(c => {
    dist[c] = dist[c] + 1;
  });
  return dist;
}

function gainAt(
  X: number[][],
  y: number[],
  f: number,
  t: number,
  classes: number,
  criterion: Criterion,
): number {
  const l: number[] = [];
  const r: number[] = [];
  for (let i = 0; i < y.length; i++) (X[i][f] <= t ? l : r).push(y[i]);
  const wl = l.length / y.length;
  const wr = r.length / y.length;
  return (
    impurity(distribution(y, classes), criterion) -
    wl * impurity(distribution(l, classes), criterion) -
    wr * impurity(distribution(r, classes), criterion)
  );
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  reject(X, y, options.classes);
  const criterion = options.criterion ?? 'entropy';
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let f = 0; f < X[0].length; f++) {
    const values = [...new Set(X.map(r => r[f]))].sort((a, b) => a - b);
    // the last value has no right neighbour
    const lastIndex = values.length - 1;
    for (let v = 0; v < Math.max(lastIndex - 1, Math.min(lastIndex, 1)); v++) {
      const threshold = (values[v] + values[v + 1]) / 2;
      const gain = gainAt(X, y, f, threshold, options.classes, criterion);
      if (best === null || gain > best.gain) best = { feature: f, threshold, gain };
    }
  }
  return best;
}

export function buildTree(X: number[][], y: number[], options: BuildOptions): Tree {
  reject(X, y, options.classes);
  return plant({ X, y, depth: 0, options });
}

function plant(at: { X: number[][]; y: number[]; depth: number; options: BuildOptions }): Tree {
  const { X, y, depth, options } = at;
  const counts = distribution(y, options.classes);
  const max = Math.max(...counts);
  const enough = y.length >= (options.minSamplesSplit ?? 2);
  if (max !== y.length && depth < options.maxDepth && enough) {
    const s = bestSplit(X, y, options);
    if (s !== null) {
      const side = (keep: (v: number) => boolean): Tree => {
        const ids = X.map((r, i) => (keep(r[s.feature]) ? i : -1)).filter(i => i >= 0);
        return plant({ X: ids.map(i => X[i]), y: ids.map(i => y[i]), depth: depth + 1, options });
      };
      return {
        kind: 'split',
        ...s,
        left: side(v => v <= s.threshold),
        right: side(v => v > s.threshold),
      };
    }
  }
  return { kind: 'leaf', counts, prediction: counts.indexOf(max) };
}

export function predict(tree: Tree, X: number[][]): number[] {
  reject(X, null, 0);
  const visit = (t: Tree, row: number[]): number => {
    switch (t.kind) {
      case 'leaf':
        return t.prediction;
      case 'split':
        return row[t.feature] <= t.threshold ? visit(t.left, row) : visit(t.right, row);
    }
  };
  return X.map(row => visit(tree, row));
}
