// Right: a sweep over sorted examples with running counts, in which splits are compared as exact fractions of whole numbers.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Split = { feature: number; threshold: number; gain: number };

function checkTable(X: number[][], y: number[], classes: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  checkWidths(X);
  if (y.length !== X.length) throw new TypeError('labels and rows');
  for (const label of y) {
    if (!Number.isInteger(label) || label < 0 || label >= classes) throw new RangeError('label');
  }
}

function checkWidths(X: number[][]): void {
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('rows differ in length');
}

function countLabels(labels: number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label]++;
  return counts;
}

const squares = (counts: number[]): number => counts.reduce((s, c) => s + c * c, 0);

function argmax(counts: number[]): number {
  let best = 0;
  for (let k = 1; k < counts.length; k++) if (counts[k] > counts[best]) best = k;
  return best;
}

/** The impurity that is left is 1 - (SL / nL + SR / nR) / n, so the larger sum in brackets wins. */
function search(X: number[][], y: number[], classes: number, features: number[]): Split | null {
  const n = X.length;
  const whole = countLabels(y, classes);
  let best: { feature: number; threshold: number; top: number; bottom: number } | null = null;
  for (const feature of [...features].sort((a, b) => a - b)) {
    const order = X.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]);
    const left = new Array<number>(classes).fill(0);
    const right = [...whole];
    for (let at = 1; at < n; at++) {
      const label = y[order[at - 1]];
      left[label]++;
      right[label]--;
      const low = X[order[at - 1]][feature];
      const high = X[order[at]][feature];
      if (low === high) continue;
      const top = squares(left) * (n - at) + squares(right) * at;
      const bottom = at * (n - at);
      if (best === null || top * best.bottom > best.top * bottom) {
        best = { feature, threshold: (low + high) / 2, top, bottom };
      }
    }
  }
  if (best === null) return null;
  const gain = best.top / best.bottom / n - squares(whole) / (n * n);
  return { feature: best.feature, threshold: best.threshold, gain };
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  checkTable(X, y, options.classes);
  if (options.features.length === 0) throw new RangeError('no features');
  for (const f of options.features) {
    if (!Number.isInteger(f) || f < 0 || f >= X[0].length) throw new RangeError('feature');
  }
  return search(X, y, options.classes, options.features);
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
  const { classes, maxDepth, bootstrap, pickFeatures } = options;
  checkTable(X, y, classes);
  if (bootstrap.length === 0) throw new RangeError('no samples');
  for (const list of bootstrap) {
    if (list.length === 0) throw new RangeError('an empty sample');
    for (const i of list) {
      if (!Number.isInteger(i) || i < 0 || i >= X.length) throw new RangeError('not a row');
    }
  }

  const grow = (rows: number[], tree: number, node: number, depth: number): Tree => {
    const labels = rows.map(i => y[i]);
    const counts = countLabels(labels, classes);
    const pure = counts.some(c => c === rows.length);
    const split =
      pure || depth >= maxDepth
        ? null
        : search(
            rows.map(i => X[i]),
            labels,
            classes,
            pickFeatures(tree, node),
          );
    if (split === null) return { kind: 'leaf', counts, prediction: argmax(counts) };
    const goesLeft = (i: number) => X[i][split.feature] <= split.threshold;
    return {
      kind: 'split',
      ...split,
      left: grow(rows.filter(goesLeft), tree, 2 * node, depth + 1),
      right: grow(
        rows.filter(i => !goesLeft(i)),
        tree,
        2 * node + 1,
        depth + 1,
      ),
    };
  };
  return bootstrap.map((list, t) => grow(list, t, 1, 0));
}

function leafOf(tree: Tree, row: number[]): number {
  let at = tree;
  while (at.kind === 'split') at = row[at.feature] <= at.threshold ? at.left : at.right;
  return at.prediction;
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('no trees');
  checkWidths(X);
  return X.map(row =>
    argmax(
      countLabels(
        trees.map(tree => leafOf(tree, row)),
        classes,
      ),
    ),
  );
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  if (trees.length === 0) throw new RangeError('no trees');
  checkWidths(X);
  if (y.length !== X.length) throw new TypeError('labels and rows');
  if (bootstrap.length !== trees.length) throw new TypeError('samples and trees');
  let covered = 0;
  let right = 0;
  X.forEach((row, i) => {
    const votes = trees.filter((_, t) => !bootstrap[t].includes(i)).map(tree => leafOf(tree, row));
    if (votes.length === 0) return;
    covered++;
    if (argmax(countLabels(votes, classes)) === y[i]) right++;
  });
  return { accuracy: covered === 0 ? 0 : right / covered, covered };
}
