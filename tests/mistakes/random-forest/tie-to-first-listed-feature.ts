// Wrong on rare input: features are tried in the order of their list, so a tie goes to the first listed instead of the lowest.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
function must(ok: boolean, message: string): void {
  if (!ok) throw new RangeError(message);
}

const rectangular = (X: number[][]) => X.every(row => row.length === X[0].length);
const index = (i: number, n: number) => Number.isInteger(i) && i >= 0 && i < n;

function mustTrain(X: number[][], y: number[], classes: number): void {
  must(X.length > 0, 'rows');
  must(rectangular(X), 'widths');
  must(y.length === X.length, 'labels');
  must(
    y.every(k => index(k, classes)),
    'label',
  );
}

function count(rows: number[], y: number[], classes: number): Int32Array {
  const c = new Int32Array(classes);
  for (const i of rows) c[y[i]]++;
  return c;
}

/** Size times the squared share of each class, summed: larger is purer. */
function purity(c: Int32Array): number {
  let n = 0;
  let s = 0;
  for (const v of c) {
    n += v;
    s += v * v;
  }
  return s / n;
}

function pick(X: number[][], y: number[], rows: number[], classes: number, features: number[]) {
  const start = purity(count(rows, y, classes));
  let best = { feature: -1, threshold: 0, gain: -Infinity };
  features.forEach(feature => {
    const order = rows.slice().sort((a, b) => X[a][feature] - X[b][feature]);
    order.forEach((i, at) => {
      if (at === 0) return;
      const low = X[order[at - 1]][feature];
      const high = X[i][feature];
      if (high <= low) return;
      const parts =
        purity(count(order.slice(0, at), y, classes)) + purity(count(order.slice(at), y, classes));
      const gain = (parts - start) / rows.length;
      if (gain > best.gain + 1e-12) best = { feature, threshold: low / 2 + high / 2, gain };
    });
  });
  return best.feature < 0 ? null : best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  mustTrain(X, y, options.classes);
  must(options.features.length > 0, 'features');
  must(
    options.features.every(f => index(f, X[0].length)),
    'feature',
  );
  return pick(X, y, Array.from(X.keys()), options.classes, options.features);
}

export function fitForest(
  X: number[][],
  y: number[],
  options: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Tree[] {
  mustTrain(X, y, options.classes);
  must(options.bootstrap.length > 0, 'bootstrap');
  must(
    options.bootstrap.every(l => l.length > 0 && l.every(i => index(i, X.length))),
    'sample',
  );

  function tree(rows: number[], t: number, node: number, depth: number): Tree {
    const c = count(rows, y, options.classes);
    const counts = Array.from(c);
    const asLeaf = (): Tree => ({
      kind: 'leaf',
      counts,
      prediction: c.indexOf(Math.max(...counts)),
    });
    if (counts.filter(v => v > 0).length === 1 || depth >= options.maxDepth) return asLeaf();
    const s = pick(X, y, rows, options.classes, options.pickFeatures(t, node));
    if (s === null) return asLeaf();
    return {
      kind: 'split',
      ...s,
      left: tree(
        rows.filter(i => X[i][s.feature] <= s.threshold),
        t,
        2 * node,
        depth + 1,
      ),
      right: tree(
        rows.filter(i => X[i][s.feature] > s.threshold),
        t,
        2 * node + 1,
        depth + 1,
      ),
    };
  }
  return options.bootstrap.map((rows, t) => tree(rows, t, 1, 0));
}

function* votesFor(trees: Iterable<Tree>, row: number[]): Generator<number> {
  for (let tree of trees) {
    while (tree.kind === 'split')
      tree = row[tree.feature] <= tree.threshold ? tree.left : tree.right;
    yield tree.prediction;
  }
}

function won(votes: Iterable<number>, classes: number): number {
  const tally = Array.from({ length: classes }, () => 0);
  for (const v of votes) tally[v]++;
  return tally.indexOf(Math.max(...tally));
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  must(trees.length > 0, 'trees');
  must(rectangular(X), 'widths');
  return X.map(row => won(votesFor(trees, row), classes));
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  must(trees.length > 0, 'trees');
  must(rectangular(X), 'widths');
  must(X.length === y.length, 'labels');
  must(bootstrap.length === trees.length, 'bootstrap');
  const inBag = bootstrap.map(list => new Set(list));
  const results = X.map((row, i) => {
    const outside = trees.filter((_, t) => !inBag[t].has(i));
    return outside.length === 0 ? null : won(votesFor(outside, row), classes) === y[i];
  });
  const covered = results.filter(r => r !== null).length;
  const accuracy = covered === 0 ? 0 : results.filter(r => r === true).length / covered;
  return { accuracy, covered };
}
