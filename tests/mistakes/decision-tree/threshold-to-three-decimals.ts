// Thresholds are rounded to three decimals, which shows only where values lie close together or are not short decimals.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const tidy = (v: number): number => Number(v.toFixed(3));

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((sum, c) => sum + c, 0);
  if (n === 0) return 0;
  const p = counts.map(c => c / n).filter(q => q > 0);
  if (criterion === 'gini') {
    return 1 - p.map(q => q * q).reduce((sum, v) => sum + v, 0);
  }
  return p.map(q => -q * Math.log2(q)).reduce((sum, v) => sum + v, 0);
}

function validateFeatures(X: number[][]): void {
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('X: rows differ in length');
  });
}

function validate(X: number[][], y: number[], classes: number): void {
  if (X.length !== y.length) throw new TypeError('y: wrong length');
  if (X.length === 0) throw new RangeError('X: no rows');
  validateFeatures(X);
  const lowest = 0;
  const highest = classes - 1;
  y.forEach(c => {
    if (!Number.isInteger(c) || c < lowest || c > highest) throw new RangeError(`y: no class ${c}`);
  });
}

interface Group {
  X: number[][];
  y: number[];
}

function summarise(y: number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (let i = 0; i < y.length; i += 1) counts[y[i]] += 1;
  return counts;
}

function evaluate(
  group: Group,
  ordered: number[],
  at: number,
  classes: number,
  criterion: Criterion,
): number {
  const n = group.y.length;
  const low = ordered.slice(0, at).map(i => group.y[i]);
  const high = ordered.slice(at).map(i => group.y[i]);
  const cost = [low, high].map(
    part => (part.length / n) * impurity(summarise(part, classes), criterion),
  );
  return impurity(summarise(group.y, classes), criterion) - cost[0] - cost[1];
}

function question(group: Group, classes: number, criterion: Criterion) {
  const n = group.y.length;
  let best: { feature: number; threshold: number; gain: number; low: Group; high: Group } | null =
    null;
  for (let feature = 0; feature < group.X[0].length; feature += 1) {
    const value = (i: number): number => group.X[i][feature];
    const ordered = group.y.map((_, i) => i).sort((a, b) => value(a) - value(b));
    for (let at = 1; at < n; at += 1) {
      if (value(ordered[at]) > value(ordered[at - 1])) {
        const gain = evaluate(group, ordered, at, classes, criterion);
        if (best === null || gain > best.gain) {
          const threshold = tidy((value(ordered[at]) + value(ordered[at - 1])) / 2);
          const cut = value(ordered[at]);
          const ids = group.y.map((_, i) => i);
          const pick = (side: number[]): Group => ({
            X: side.map(i => group.X[i]),
            y: side.map(i => group.y[i]),
          });
          best = {
            feature,
            threshold,
            gain,
            low: pick(ids.filter(i => value(i) < cut)),
            high: pick(ids.filter(i => value(i) >= cut)),
          };
        }
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
  validate(X, y, options.classes);
  const q = question({ X, y }, options.classes, options.criterion ?? 'gini');
  return q && { feature: q.feature, threshold: q.threshold, gain: q.gain };
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  validate(X, y, classes);
  const node = (group: Group, depth: number): Tree => {
    const counts = summarise(group.y, classes);
    const most = Math.max(...counts);
    const open = most < group.y.length && depth < maxDepth && group.y.length >= minSamplesSplit;
    const q = open ? question(group, classes, criterion) : null;
    if (q === null) return { kind: 'leaf', counts, prediction: counts.indexOf(most) };
    return {
      kind: 'split',
      feature: q.feature,
      threshold: q.threshold,
      gain: q.gain,
      left: node(q.low, depth + 1),
      right: node(q.high, depth + 1),
    };
  };
  return node({ X, y }, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  validateFeatures(X);
  const decide = (row: number[], node: Tree): number => {
    if (node.kind === 'leaf') return node.prediction;
    const next = row[node.feature] <= node.threshold ? node.left : node.right;
    return decide(row, next);
  };
  return X.map(row => decide(row, tree));
}
