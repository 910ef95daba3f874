// A node whose impurity is below 0.05 counts as pure and becomes a leaf, which shows only where one class has a very small share.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const PURE_ENOUGH = 0.05;

export function impurity(counts: number[], criterion: Criterion): number {
  const size = counts.reduce((s, c) => s + c, 0);
  if (size === 0) return 0;
  let i = 0;
  let sum = 0;
  do {
    const p = counts[i] / size;
    sum += criterion === 'gini' ? p * p : p > 0 ? p * Math.log2(p) : 0;
  } while (++i < counts.length);
  return criterion === 'gini' ? 1 - sum : Math.abs(sum);
}

const need = (
  condition: boolean,
  Kind: typeof RangeError | typeof TypeError,
  text: string,
): void => {
  if (!condition) throw new Kind(text);
};

const needMatrix = (X: number[][]): void =>
  need(
    X.every(r => r.length === X[0].length),
    TypeError,
    'matrix',
  );

const needData = (X: number[][], y: number[], K: number): void => {
  need(X.length > 0, RangeError, 'rows');
  need(X.length === y.length, TypeError, 'lengths');
  needMatrix(X);
  need(
    y.every(c => Number.isInteger(c) && 0 <= c && c < K),
    RangeError,
    'labels',
  );
};

type Ask = { feature: number; threshold: number; gain: number };

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Ask | null {
  needData(X, y, options.classes);
  const { classes, criterion = 'gini' } = options;
  const rowsOf = X.length;
  const whole = Array.from({ length: classes }, () => 0);
  for (const c of y) whole[c]++;
  const before = impurity(whole, criterion);
  const asks: Ask[] = [];
  for (const feature of X[0].keys()) {
    // counts per distinct value, in ascending order of value
    const table: { value: number; counts: number[] }[] = [];
    [...X.keys()]
      .sort((a, b) => X[a][feature] - X[b][feature])
      .forEach(i => {
        const last = table[table.length - 1];
        const value = X[i][feature];
        if (last && last.value === value) last.counts[y[i]]++;
        else table.push({ value, counts: whole.map((_, k) => Number(k === y[i])) });
      });
    const acc = whole.map(() => 0);
    for (let t = 0; t + 1 < table.length; t++) {
      table[t].counts.forEach((c, k) => {
        acc[k] += c;
      });
      const rest = whole.map((c, k) => c - acc[k]);
      const nl = acc.reduce((s, c) => s + c, 0);
      const gain =
        before -
        (nl / rowsOf) * impurity(acc, criterion) -
        ((rowsOf - nl) / rowsOf) * impurity(rest, criterion);
      asks.push({ feature, threshold: (table[t].value + table[t + 1].value) / 2, gain });
    }
  }
  return asks.length === 0 ? null : asks.reduce((a, b) => (b.gain > a.gain + 1e-13 ? b : a));
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  needData(X, y, options.classes);
  const criterion = options.criterion ?? 'gini';
  const build = (rows: number[][], labels: number[], room: number): Tree => {
    const counts = Array.from({ length: options.classes }, () => 0);
    for (const c of labels) counts[c]++;
    const leaf: Tree = { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    if (impurity(counts, criterion) < PURE_ENOUGH) return leaf;
    if (room <= 0) return leaf;
    if (labels.length < (options.minSamplesSplit ?? 2)) return leaf;
    const a = bestSplit(rows, labels, options);
    if (a === null) return leaf;
    const L = { rows: [] as number[][], labels: [] as number[] };
    const R = { rows: [] as number[][], labels: [] as number[] };
    rows.forEach((row, i) => {
      const side = row[a.feature] <= a.threshold ? L : R;
      side.rows.push(row);
      side.labels.push(labels[i]);
    });
    return {
      kind: 'split',
      ...a,
      left: build(L.rows, L.labels, room - 1),
      right: build(R.rows, R.labels, room - 1),
    };
  };
  return build(X, y, options.maxDepth);
}

export function predict(tree: Tree, X: number[][]): number[] {
  needMatrix(X);
  let current = X.map(() => tree);
  while (current.some(t => t.kind === 'split')) {
    current = current.map((t, i) =>
      t.kind === 'leaf' ? t : X[i][t.feature] <= t.threshold ? t.left : t.right,
    );
  }
  return current.map(t => (t.kind === 'leaf' ? t.prediction : -1));
}
