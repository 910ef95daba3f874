// Wrong, twice: a row that is listed twice in a sample counts once, and equal votes go to the highest class.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
function gini(counts: number[]): number {
  const n = counts.reduce((a, b) => a + b, 0);
  return 1 - counts.reduce((s, c) => s + (c / n) ** 2, 0);
}

function histogram(labels: number[], classes: number): number[] {
  const h = Array.from({ length: classes }, () => 0);
  labels.forEach(l => h[l]++);
  return h;
}

function assertX(X: number[][]): void {
  if (!X.every(r => r.length === X[0].length)) throw new TypeError('ragged');
}

function assertXy(X: number[][], y: number[], K: number): void {
  if (X.length === 0) throw new RangeError('no rows');
  assertX(X);
  if (y.length !== X.length) throw new TypeError('labels');
  if (y.some(l => !Number.isInteger(l) || l < 0 || l >= K)) throw new RangeError('label');
}

function best(X: number[][], y: number[], rows: number[], K: number, features: number[]) {
  const all = gini(
    histogram(
      rows.map(i => y[i]),
      K,
    ),
  );
  let found: { feature: number; threshold: number; gain: number } | null = null;
  for (const f of features.slice().sort((a, b) => a - b)) {
    const values = [...new Set(rows.map(i => X[i][f]))].sort((a, b) => a - b);
    for (let v = 0; v + 1 < values.length; v++) {
      const threshold = (values[v] + values[v + 1]) / 2;
      const l = rows.filter(i => X[i][f] <= threshold);
      const r = rows.filter(i => X[i][f] > threshold);
      const il = gini(
        histogram(
          l.map(i => y[i]),
          K,
        ),
      );
      const ir = gini(
        histogram(
          r.map(i => y[i]),
          K,
        ),
      );
      const gain = all - (l.length * il + r.length * ir) / rows.length;
      if (!found || gain > found.gain + 1e-12) found = { feature: f, threshold, gain };
    }
  }
  return found;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  assertXy(X, y, options.classes);
  if (options.features.length === 0) throw new RangeError('no features');
  if (options.features.some(f => !(f in X[0]))) throw new RangeError('feature');
  return best(X, y, [...X.keys()], options.classes, options.features);
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
  assertXy(X, y, options.classes);
  if (!options.bootstrap.length) throw new RangeError('no samples');
  options.bootstrap.forEach(list => {
    if (!list.length || list.some(i => !(i in X))) throw new RangeError('sample');
  });
  function node(rows: number[], t: number, id: number, depth: number): Tree {
    const counts = histogram(
      rows.map(i => y[i]),
      options.classes,
    );
    const prediction = counts.indexOf(Math.max(...counts));
    if (depth >= options.maxDepth || counts[prediction] === rows.length) {
      return { kind: 'leaf', counts, prediction };
    }
    const s = best(X, y, rows, options.classes, options.pickFeatures(t, id));
    if (s === null) return { kind: 'leaf', counts, prediction };
    const left = node(
      rows.filter(i => X[i][s.feature] <= s.threshold),
      t,
      id * 2,
      depth + 1,
    );
    const right = node(
      rows.filter(i => X[i][s.feature] > s.threshold),
      t,
      id * 2 + 1,
      depth + 1,
    );
    return { kind: 'split', ...s, left, right };
  }
  return options.bootstrap.map((list, t) => node([...new Set(list)], t, 1, 0));
}

function route(tree: Tree, row: number[]): number {
  return tree.kind === 'leaf'
    ? tree.prediction
    : route(row[tree.feature] <= tree.threshold ? tree.left : tree.right, row);
}

function elect(votes: number[], classes: number): number {
  const h = histogram(votes, classes);
  return h.lastIndexOf(Math.max(...h));
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (!trees.length) throw new RangeError('no trees');
  assertX(X);
  return X.map(row =>
    elect(
      trees.map(t => route(t, row)),
      classes,
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
  if (!trees.length) throw new RangeError('no trees');
  assertX(X);
  if (y.length !== X.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  let covered = 0;
  let good = 0;
  X.forEach((row, i) => {
    const votes: number[] = [];
    trees.forEach((t, k) => {
      if (!bootstrap[k].includes(i)) votes.push(route(t, row));
    });
    if (!votes.length) return;
    covered += 1;
    good += elect(votes, classes) === y[i] ? 1 : 0;
  });
  return { accuracy: covered ? good / covered : 0, covered };
}
