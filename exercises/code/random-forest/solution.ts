export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

interface Options {
  classes: number;
  maxDepth: number;
  bootstrap: number[][];
  pickFeatures: (tree: number, node: number) => number[];
}

/**
 * The best question among the listed features. The examples are sorted by each of them and moved from
 * right to left one by one, so that the counts of both sides are known at every threshold.
 */
export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  checkData('bestSplit', X, y, classes);
  checkIndices('bestSplit', features, X[0].length, 'feature');
  const n = X.length;
  const all = countClasses(y, classes); // [classes]
  let best: { feature: number; threshold: number; gain: number } | null = null;

  for (const feature of [...features].sort((a, b) => a - b)) {
    const order = X.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]); // [n]
    const left = all.map(() => 0); // [classes]
    const right = [...all]; // [classes]
    for (let size = 1; size < n; size += 1) {
      const last = order[size - 1];
      left[y[last]] += 1;
      right[y[last]] -= 1;
      const below = X[last][feature];
      const above = X[order[size]][feature];
      if (below === above) continue;
      const gain = gini(all) - (size / n) * gini(left) - ((n - size) / n) * gini(right);
      // Only a larger gain replaces the best, so the lowest feature and threshold keep a tie.
      if (best === null || gain > best.gain) {
        best = { feature, threshold: (below + above) / 2, gain };
      }
    }
  }
  return best;
}

/** One tree for each sample of the rows. */
export function fitForest(X: number[][], y: number[], options: Options): Tree[] {
  const { bootstrap, classes } = options;
  checkData('fitForest', X, y, classes);
  if (bootstrap.length === 0) throw new RangeError('fitForest: no lists in bootstrap');
  for (const rows of bootstrap) checkIndices('fitForest', rows, X.length, 'row');

  return bootstrap.map((rows, tree) => {
    const sampleX = rows.map(i => X[i]); // a row that is listed twice comes twice
    const sampleY = rows.map(i => y[i]);
    return grow(sampleX, sampleY, { tree, node: 1, depth: 0 }, options);
  });
}

/** A node and all below it, from the examples that reach it. */
function grow(
  X: number[][],
  y: number[],
  { tree, node, depth }: { tree: number; node: number; depth: number },
  options: Options,
): Tree {
  const { classes, maxDepth, pickFeatures } = options;
  const counts = countClasses(y, classes);
  const leaf: Tree = { kind: 'leaf', counts, prediction: mostFrequent(counts) };
  const isPure = counts.some(count => count === y.length);
  if (isPure || depth >= maxDepth) return leaf;

  const split = bestSplit(X, y, { classes, features: pickFeatures(tree, node) });
  if (split === null) return leaf;
  const goesLeft = X.map(row => row[split.feature] <= split.threshold); // [n]
  const child = (wanted: boolean, id: number) => {
    const inside = (_: unknown, i: number) => goesLeft[i] === wanted;
    return grow(X.filter(inside), y.filter(inside), { tree, node: id, depth: depth + 1 }, options);
  };
  return {
    kind: 'split',
    ...split,
    left: child(true, 2 * node),
    right: child(false, 2 * node + 1),
  };
}

/** The class that most trees vote for. */
export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('predictForest: no trees');
  checkRows('predictForest', X);
  return X.map(row => vote(trees, row, classes)); // [n]
}

/** The share of rows that are voted right by the trees that have not seen them. */
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  if (trees.length === 0) throw new RangeError('oobAccuracy: no trees');
  checkRows('oobAccuracy', X);
  checkLength('oobAccuracy', y, X.length, 'labels');
  checkLength('oobAccuracy', bootstrap, trees.length, 'lists in bootstrap');
  let covered = 0;
  let right = 0;
  X.forEach((row, i) => {
    const unseen = trees.filter((_, t) => !bootstrap[t].includes(i));
    if (unseen.length === 0) return;
    covered += 1;
    if (vote(unseen, row, classes) === y[i]) right += 1;
  });
  return { accuracy: covered === 0 ? 0 : right / covered, covered };
}

function vote(trees: Tree[], row: number[], classes: number): number {
  const votes = trees.map(tree => leafOf(tree, row).prediction);
  return mostFrequent(countClasses(votes, classes));
}

function leafOf(tree: Tree, row: number[]): Extract<Tree, { kind: 'leaf' }> {
  let node = tree;
  while (node.kind === 'split') {
    node = row[node.feature] <= node.threshold ? node.left : node.right;
  }
  return node;
}

function gini(counts: number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return 1 - counts.reduce((sum, count) => sum + (count / n) ** 2, 0);
}

function countClasses(labels: number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] += 1;
  return counts; // [classes]
}

/** The lowest of equals. */
function mostFrequent(counts: number[]): number {
  return counts.indexOf(Math.max(...counts));
}

function checkData(caller: string, X: number[][], y: number[], classes: number): void {
  if (X.length === 0) throw new RangeError(`${caller}: no rows to learn from`);
  checkRows(caller, X);
  checkLength(caller, y, X.length, 'labels');
  for (const label of y) {
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new RangeError(`${caller}: label ${label} is not one of 0 … ${classes - 1}`);
    }
  }
}

function checkRows(caller: string, X: number[][]): void {
  const odd = X.find(row => row.length !== X[0].length);
  if (odd) throw new TypeError(`${caller}: a row of ${odd.length} numbers, not of ${X[0].length}`);
}

function checkLength(caller: string, list: unknown[], n: number, what: string): void {
  if (list.length !== n) throw new TypeError(`${caller}: ${list.length} ${what}, not ${n}`);
}

function checkIndices(caller: string, list: number[], end: number, what: string): void {
  if (list.length === 0) throw new RangeError(`${caller}: an empty list of ${what}s`);
  for (const index of list) {
    if (!Number.isInteger(index) || index < 0 || index >= end) {
      throw new RangeError(`${caller}: ${what} ${index} is not one of 0 … ${end - 1}`);
    }
  }
}
