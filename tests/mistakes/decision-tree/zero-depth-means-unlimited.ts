// `maxDepth || Infinity` takes a maxDepth of 0 for "no limit", where the root should be a leaf.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

interface Config {
  classes: number;
  maxDepth: number;
  minSamplesSplit: number;
  criterion: Criterion;
}
interface Task {
  rows: number[];
  depth: number;
  attach: (t: Tree) => void;
}

const SCORES: { [c in Criterion]: (p: number) => number } = {
  gini: p => p * (1 - p),
  entropy: p => (p === 0 ? 0 : -p * Math.log2(p)),
};

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((x, c) => x + c, 0);
  return n === 0 ? 0 : counts.reduce((x, c) => x + SCORES[criterion](c / n), 0);
}

function okRows(X: number[][]): number {
  const d = X.length ? X[0].length : 0;
  for (const r of X) {
    if (r.length !== d) throw new TypeError('the rows are not equally long');
  }
  return d;
}

function okLabels(X: number[][], y: number[], K: number): void {
  if (okRows(X) < 0 || X.length !== y.length) throw new TypeError('the labels do not fit the rows');
  if (X.length === 0) throw new RangeError('the rows are missing');
  let i = 0;
  while (i < y.length) {
    const c = y[i++];
    if (c % 1 !== 0 || c < 0 || c >= K) throw new RangeError('a label is out of range');
  }
}

function choose(X: number[][], y: number[], rows: number[], K: number, criterion: Criterion) {
  const n = rows.length;
  const all = new Array<number>(K).fill(0);
  for (const i of rows) all[y[i]]++;
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (let f = 0; f < X[0].length; f++) {
    const s = [...rows].sort((a, b) => X[a][f] - X[b][f]);
    const under = all.map(() => 0);
    const over = [...all];
    s.slice(0, -1).forEach((id, p) => {
      under[y[id]]++;
      over[y[id]]--;
      const a = X[id][f];
      const b = X[s[p + 1]][f];
      if (a < b) {
        const m = p + 1;
        const gain =
          impurity(all, criterion) -
          (m / n) * impurity(under, criterion) -
          ((n - m) / n) * impurity(over, criterion);
        if (best === null || gain > best.gain)
          best = { feature: f, threshold: a + (b - a) / 2, gain };
      }
    });
  }
  return best as { feature: number; threshold: number; gain: number } | null;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  okLabels(X, y, options.classes);
  return choose(
    X,
    y,
    y.map((_, i) => i),
    options.classes,
    options.criterion || 'gini',
  );
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const config: Config = {
    classes: options.classes,
    maxDepth: options.maxDepth || Infinity,
    minSamplesSplit: options.minSamplesSplit || 2,
    criterion: options.criterion || 'gini',
  };
  okLabels(X, y, config.classes);
  const holder: { tree?: Tree } = {};
  const todo: Task[] = [{ rows: y.map((_, i) => i), depth: 0, attach: t => (holder.tree = t) }];
  for (let task = todo.pop(); task; task = todo.pop()) {
    const { rows, depth, attach } = task;
    const counts = new Array<number>(config.classes).fill(0);
    rows.forEach(i => {
      counts[y[i]]++;
    });
    const prediction = counts.indexOf(Math.max(...counts));
    const closed =
      counts[prediction] === rows.length ||
      depth >= config.maxDepth ||
      rows.length < config.minSamplesSplit;
    const q = closed ? null : choose(X, y, rows, config.classes, config.criterion);
    if (!q) {
      attach({ kind: 'leaf', counts, prediction });
      continue;
    }
    const stub: Tree = { kind: 'leaf', counts: [], prediction: 0 };
    const made = { kind: 'split' as const, ...q, left: stub as Tree, right: stub as Tree };
    attach(made);
    todo.push({
      rows: rows.filter(i => X[i][q.feature] <= q.threshold),
      depth: depth + 1,
      attach: t => (made.left = t),
    });
    todo.push({
      rows: rows.filter(i => X[i][q.feature] > q.threshold),
      depth: depth + 1,
      attach: t => (made.right = t),
    });
  }
  return holder.tree!;
}

export function predict(tree: Tree, X: number[][]): number[] {
  okRows(X);
  const labels: number[] = [];
  X.forEach(r => {
    let t = tree;
    for (; t.kind === 'split'; ) t = r[t.feature] <= t.threshold ? t.left : t.right;
    labels.push(t.prediction);
  });
  return labels;
}
