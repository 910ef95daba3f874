// Written by someone who knows CART implementations: each feature is sorted once, the orders are split stably down the tree, with an explicit stack.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

interface Hit {
  feature: number;
  threshold: number;
  gain: number;
}

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  let squares = 0;
  let logs = 0;
  for (const c of counts) {
    if (c === 0) continue;
    n += c;
    squares += c * c;
    logs += c * Math.log2(c);
  }
  if (n === 0) return 0;
  return criterion === 'gini' ? (n * n - squares) / (n * n) : Math.max(0, Math.log2(n) - logs / n);
}

function guard(X: number[][], y: number[], classes: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  const width = X[0].length;
  for (const row of X) if (row.length !== width) throw new TypeError('rows differ in length');
  if (y.length !== X.length) throw new TypeError('y has another length than X');
  for (const c of y) {
    if (typeof c !== 'number' || c % 1 !== 0 || c < 0 || c > classes - 1)
      throw new RangeError(`bad label ${c}`);
  }
}

const presort = (X: number[][]): number[][] =>
  X[0].map((_, f) => Array.from(X.keys()).sort((a, b) => X[a][f] - X[b][f] || a - b));

function countUp(ids: number[], y: number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const id of ids) counts[y[id]] += 1;
  return counts;
}

function scan(
  X: number[][],
  y: number[],
  orders: number[][],
  counts: number[],
  criterion: Criterion,
): Hit | null {
  const hits: Hit[] = [];
  const whole = impurity(counts, criterion);
  orders.forEach((order, feature) => {
    const m = order.length;
    const left = counts.map(() => 0);
    const right = [...counts];
    for (let p = 1; p < m; p++) {
      const moved = y[order[p - 1]];
      left[moved] += 1;
      right[moved] -= 1;
      const lo = X[order[p - 1]][feature];
      const hi = X[order[p]][feature];
      if (lo < hi) {
        const mixed = (p * impurity(left, criterion) + (m - p) * impurity(right, criterion)) / m;
        hits.push({ feature, threshold: (lo + hi) / 2, gain: whole - mixed });
      }
    }
  });
  if (hits.length === 0) return null;
  const top = Math.max(...hits.map(h => h.gain));
  return hits.find(h => h.gain >= top - 1e-12)!;
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, criterion }: { classes: number; criterion?: Criterion },
): Hit | null {
  guard(X, y, classes);
  return scan(X, y, presort(X), countUp([...X.keys()], y, classes), criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  guard(X, y, classes);
  let root: Tree | undefined;
  const stack = [
    {
      ids: [...X.keys()],
      orders: presort(X),
      depth: 0,
      hang: (t: Tree): void => {
        root = t;
      },
    },
  ];
  while (stack.length > 0) {
    const { ids, orders, depth, hang } = stack.pop()!;
    const counts = countUp(ids, y, classes);
    const most = Math.max(...counts);
    const hit =
      most === ids.length || depth >= maxDepth || ids.length < minSamplesSplit
        ? null
        : scan(X, y, orders, counts, criterion);
    if (!hit) {
      hang({ kind: 'leaf', counts, prediction: counts.indexOf(most) });
      continue;
    }
    const pending: Tree = { kind: 'leaf', counts: [], prediction: 0 };
    const split: Tree = { kind: 'split', ...hit, left: pending, right: pending };
    hang(split);
    const left = (id: number): boolean => X[id][hit.feature] <= hit.threshold;
    const right = (id: number): boolean => !left(id);
    stack.push({
      ids: ids.filter(left),
      orders: orders.map(o => o.filter(left)),
      depth: depth + 1,
      hang: t => {
        split.left = t;
      },
    });
    stack.push({
      ids: ids.filter(right),
      orders: orders.map(o => o.filter(right)),
      depth: depth + 1,
      hang: t => {
        split.right = t;
      },
    });
  }
  return root!;
}

export function predict(tree: Tree, X: number[][]): number[] {
  const width = X.length > 0 ? X[0].length : 0;
  if (!X.every(row => row.length === width)) throw new TypeError('rows differ in length');
  const out: number[] = [];
  for (const row of X) {
    let here = tree;
    while ('threshold' in here) here = row[here.feature] <= here.threshold ? here.left : here.right;
    out.push(here.prediction);
  }
  return out;
}
