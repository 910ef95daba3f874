// Counts both sides afresh at every threshold, with loops only.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

function checkTable(X: number[][], y: number[], classes: number) {
  if (X.length < 1) throw new RangeError('no examples');
  for (let i = 0; i < X.length; i++) {
    if (X[i].length !== X[0].length) throw new TypeError(`row ${i} is of another length`);
  }
  if (y.length !== X.length) throw new TypeError('one label for each row');
  for (let i = 0; i < y.length; i++) {
    if (!(y[i] >= 0 && y[i] < classes) || y[i] % 1 !== 0) throw new RangeError(`label ${y[i]}`);
  }
}

function impurity(counts: number[]): number {
  let n = 0;
  let squares = 0;
  for (let k = 0; k < counts.length; k++) {
    n += counts[k];
    squares += counts[k] * counts[k];
  }
  return 1 - squares / (n * n);
}

function search(X: number[][], y: number[], classes: number, features: number[]) {
  const wanted = new Array<boolean>(X[0].length).fill(false);
  for (const feature of features) wanted[feature] = true;
  let found: { feature: number; threshold: number; gain: number } | null = null;
  for (let feature = 0; feature < wanted.length; feature++) {
    if (!wanted[feature]) continue;
    const values = Array.from(new Set(X.map(row => row[feature]))).sort((a, b) => a - b);
    for (let v = 1; v < values.length; v++) {
      const threshold = (values[v - 1] + values[v]) / 2;
      const left: number[] = new Array(classes).fill(0);
      const right: number[] = new Array(classes).fill(0);
      const both: number[] = new Array(classes).fill(0);
      let size = 0;
      for (let i = 0; i < X.length; i++) {
        both[y[i]]++;
        if (X[i][feature] <= threshold) {
          left[y[i]]++;
          size++;
        } else right[y[i]]++;
      }
      const mixed = (size * impurity(left) + (X.length - size) * impurity(right)) / X.length;
      const gain = impurity(both) - mixed;
      if (found === null || gain > found.gain) found = { feature, threshold, gain };
    }
  }
  return found;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
) {
  checkTable(X, y, options.classes);
  if (options.features.length === 0) throw new RangeError('no features');
  for (const feature of options.features) {
    if (X[0][feature] === undefined) throw new RangeError(`no feature ${feature}`);
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
  checkTable(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('no samples');
  for (const rows of options.bootstrap) {
    if (rows.length === 0) throw new RangeError('an empty sample');
    for (const i of rows) if (X[i] === undefined) throw new RangeError(`no row ${i}`);
  }
  const forest: Tree[] = [];
  for (let t = 0; t < options.bootstrap.length; t++) {
    const build = (rows: number[], node: number, depth: number): Tree => {
      const counts: number[] = new Array(options.classes).fill(0);
      for (const i of rows) counts[y[i]]++;
      let prediction = 0;
      let present = 0;
      for (let k = 0; k < counts.length; k++) {
        if (counts[k] > counts[prediction]) prediction = k;
        if (counts[k] > 0) present++;
      }
      if (present > 1 && depth < options.maxDepth) {
        const Xs: number[][] = [];
        const ys: number[] = [];
        for (const i of rows) {
          Xs.push(X[i]);
          ys.push(y[i]);
        }
        const best = search(Xs, ys, options.classes, options.pickFeatures(t, node));
        if (best !== null) {
          const low: number[] = [];
          const high: number[] = [];
          for (const i of rows) (X[i][best.feature] <= best.threshold ? low : high).push(i);
          return {
            kind: 'split',
            feature: best.feature,
            threshold: best.threshold,
            gain: best.gain,
            left: build(low, node * 2, depth + 1),
            right: build(high, node * 2 + 1, depth + 1),
          };
        }
      }
      return { kind: 'leaf', counts, prediction };
    };
    forest.push(build(options.bootstrap[t], 1, 0));
  }
  return forest;
}

function walk(tree: Tree, row: number[]): number {
  if (tree.kind === 'leaf') return tree.prediction;
  return walk(row[tree.feature] <= tree.threshold ? tree.left : tree.right, row);
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('no trees');
  const out: number[] = [];
  for (const row of X) {
    if (row.length !== X[0].length) throw new TypeError('rows differ');
    const votes: number[] = new Array(classes).fill(0);
    for (const tree of trees) votes[walk(tree, row)]++;
    let best = 0;
    for (let k = 1; k < classes; k++) if (votes[k] > votes[best]) best = k;
    out.push(best);
  }
  return out;
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  if (trees.length === 0) throw new RangeError('no trees');
  if (bootstrap.length !== trees.length) throw new TypeError('one sample for each tree');
  if (y.length !== X.length) throw new TypeError('one label for each row');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('rows differ');
  let covered = 0;
  let hits = 0;
  for (let i = 0; i < X.length; i++) {
    const jury: Tree[] = [];
    for (let t = 0; t < trees.length; t++) if (bootstrap[t].indexOf(i) < 0) jury.push(trees[t]);
    if (jury.length === 0) continue;
    covered++;
    if (predictForest(jury, [X[i]], classes)[0] === y[i]) hits++;
  }
  return { accuracy: covered > 0 ? hits / covered : 0, covered };
}
