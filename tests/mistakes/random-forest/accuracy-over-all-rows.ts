// Wrong: the out-of-bag accuracy is divided by all rows instead of the covered ones.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Rows = readonly number[];

function validate(X: number[][], y: number[] | null, classes: number): void {
  if (X.find(row => row.length !== X[0].length)) throw new TypeError('row lengths');
  if (y === null) return;
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels');
  y.forEach(k => {
    if (!Number.isInteger(k) || k < 0 || k > classes - 1) throw new RangeError('label');
  });
}

function impurityOf(rows: Rows, y: number[], classes: number): number {
  let result = 1;
  for (let k = 0; k < classes; k++) {
    const share = rows.filter(i => y[i] === k).length / rows.length;
    result -= share * share;
  }
  return result;
}

function scan(X: number[][], y: number[], rows: Rows, classes: number, features: number[]) {
  const options: { feature: number; threshold: number; gain: number }[] = [];
  const whole = impurityOf(rows, y, classes);
  for (let feature = 0; feature < X[0].length; feature++) {
    if (!features.includes(feature)) continue;
    const values = Array.from(new Set(rows.map(i => X[i][feature]))).sort((a, b) => a - b);
    for (let v = 1; v < values.length; v++) {
      const threshold = 0.5 * (values[v - 1] + values[v]);
      const l = rows.filter(i => X[i][feature] <= threshold);
      const r = rows.filter(i => X[i][feature] > threshold);
      const after =
        (l.length / rows.length) * impurityOf(l, y, classes) +
        (r.length / rows.length) * impurityOf(r, y, classes);
      options.push({ feature, threshold, gain: whole - after });
    }
  }
  if (options.length === 0) return null;
  const most = Math.max(...options.map(o => o.gain));
  return options.find(o => o.gain > most - 1e-12) ?? null;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  validate(X, y, options.classes);
  const { features, classes } = options;
  if (features.length === 0) throw new RangeError('features');
  if (features.some(f => f < 0 || f >= X[0].length || f % 1 !== 0)) throw new RangeError('feature');
  return scan(X, y, [...X.keys()], classes, features);
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
  validate(X, y, classes);
  if (bootstrap.length === 0 || bootstrap.some(l => l.length === 0)) throw new RangeError('sample');
  if (bootstrap.some(l => l.some(i => !Object.keys(X).includes(String(i)))))
    throw new RangeError('row');
  return bootstrap.map((sample, t) => {
    const make = (rows: Rows, node: number): Tree => {
      const depth = Math.floor(Math.log2(node));
      const counts = new Array<number>(classes).fill(0);
      for (const i of rows) counts[y[i]]++;
      const mixed = counts.filter(c => c > 0).length > 1;
      const split =
        mixed && depth < maxDepth ? scan(X, y, rows, classes, pickFeatures(t, node)) : null;
      if (!split) return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
      const side = (left: boolean) =>
        rows.filter(i => X[i][split.feature] <= split.threshold === left);
      return {
        kind: 'split',
        ...split,
        left: make(side(true), 2 * node),
        right: make(side(false), 2 * node + 1),
      };
    };
    return make(sample, 1);
  });
}

function decide(trees: Tree[], row: number[], classes: number): number | null {
  if (trees.length === 0) return null;
  const votes = new Array<number>(classes).fill(0);
  trees.forEach(tree => {
    let t: Tree = tree;
    while (t.kind === 'split') t = row[t.feature] <= t.threshold ? t.left : t.right;
    votes[t.prediction]++;
  });
  return votes.indexOf(Math.max(...votes));
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('no trees');
  validate(X, null, classes);
  return X.map(row => decide(trees, row, classes) as number);
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  if (trees.length === 0) throw new RangeError('no trees');
  validate(X, null, classes);
  if (X.length !== y.length) throw new TypeError('labels');
  if (bootstrap.length !== trees.length) throw new TypeError('bootstrap');
  let covered = 0;
  let correct = 0;
  for (const [i, row] of X.entries()) {
    const verdict = decide(
      trees.filter((_, t) => !bootstrap[t].includes(i)),
      row,
      classes,
    );
    if (verdict === null) continue;
    covered++;
    if (verdict === y[i]) correct++;
  }
  return { accuracy: covered === 0 ? 0 : correct / X.length, covered };
}
