// Node numbers are shifted, as in a binary heap, and overflow on a deep tree.

type Leaf = { kind: 'leaf'; counts: number[]; prediction: number };
type Split = {
  kind: 'split';
  feature: number;
  threshold: number;
  gain: number;
  left: Node;
  right: Node;
};
type Node = Leaf | Split;

const tally = (labels: number[], K: number): number[] => {
  const t: number[] = Array.from({ length: K }, () => 0);
  for (const l of labels) t[l]++;
  return t;
};

const winner = (t: number[]): number => {
  let w = 0;
  for (let k = 1; k < t.length; k++) if (t[k] > t[w]) w = k;
  return w;
};

const impurity = (t: number[], n: number): number => {
  let s = 1;
  for (const c of t) s -= (c * c) / (n * n);
  return s;
};

function check(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('there are no rows');
  for (const row of X) {
    if (row.length !== X[0].length) throw new TypeError('rows differ in length');
  }
  if (y.length !== X.length) throw new TypeError('labels and rows differ in number');
  for (const l of y) {
    if (!Number.isInteger(l) || l < 0 || l >= K) throw new RangeError(`no such class: ${l}`);
  }
}

function search(X: number[][], y: number[], K: number, features: number[]) {
  const n = X.length;
  const parent = impurity(tally(y, K), n);
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const f of features.slice().sort((a, b) => a - b)) {
    const values = [...new Set(X.map(row => row[f]))].sort((a, b) => a - b);
    for (let v = 0; v + 1 < values.length; v++) {
      const threshold = (values[v] + values[v + 1]) / 2;
      const l = y.filter((_, i) => X[i][f] <= threshold);
      const r = y.filter((_, i) => X[i][f] > threshold);
      const gain =
        parent -
        (l.length / n) * impurity(tally(l, K), l.length) -
        (r.length / n) * impurity(tally(r, K), r.length);
      if (best === null || gain > best.gain + 1e-12) best = { feature: f, threshold, gain };
    }
  }
  return best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  check(X, y, classes);
  if (features.length === 0) throw new RangeError('no features are listed');
  for (const f of features) {
    if (!Number.isInteger(f) || f < 0 || f >= X[0].length)
      throw new RangeError(`no such column: ${f}`);
  }
  return search(X, y, classes, features);
}

export function fitForest(
  X: number[][],
  y: number[],
  {
    classes,
    maxDepth,
    bootstrap,
    pickFeatures,
  }: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Node[] {
  check(X, y, classes);
  if (bootstrap.length === 0) throw new RangeError('there are no samples');
  for (const rows of bootstrap) {
    if (rows.length === 0) throw new RangeError('a sample is empty');
    for (const i of rows) {
      if (!Number.isInteger(i) || i < 0 || i >= X.length) throw new RangeError(`no such row: ${i}`);
    }
  }
  return bootstrap.map((rows, t) => {
    const build = (inside: number[], id: number, depth: number): Node => {
      const labels = inside.map(i => y[i]);
      const counts = tally(labels, classes);
      const leaf: Leaf = { kind: 'leaf', counts, prediction: winner(counts) };
      if (depth === maxDepth || new Set(labels).size === 1) return leaf;
      const question = search(
        inside.map(i => X[i]),
        labels,
        classes,
        pickFeatures(t, id),
      );
      if (question === null) return leaf;
      const { feature, threshold } = question;
      const left = inside.filter(i => X[i][feature] <= threshold);
      const right = inside.filter(i => X[i][feature] > threshold);
      return {
        kind: 'split',
        ...question,
        left: build(left, id << 1, depth + 1),
        right: build(right, (id << 1) + 1, depth + 1),
      };
    };
    return build(rows, 1, 0);
  });
}

function ask(node: Node, row: number[]): number {
  return node.kind === 'leaf'
    ? node.prediction
    : ask(row[node.feature] <= node.threshold ? node.left : node.right, row);
}

export function predictForest(trees: Node[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('there are no trees');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('rows differ in length');
  return X.map(row =>
    winner(
      tally(
        trees.map(tree => ask(tree, row)),
        classes,
      ),
    ),
  );
}

export function oobAccuracy(
  trees: Node[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (trees.length === 0) throw new RangeError('there are no trees');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('rows differ in length');
  if (y.length !== X.length) throw new TypeError('labels and rows differ in number');
  if (bootstrap.length !== trees.length) throw new TypeError('samples and trees differ in number');
  let covered = 0;
  let hits = 0;
  const seen = bootstrap.map(rows => new Set(rows));
  for (let i = 0; i < X.length; i++) {
    const jury = trees.filter((_, t) => !seen[t].has(i));
    if (jury.length === 0) continue;
    covered++;
    const votes = tally(
      jury.map(tree => ask(tree, X[i])),
      classes,
    );
    if (winner(votes) === y[i]) hits++;
  }
  return { accuracy: covered > 0 ? hits / covered : 0, covered };
}
