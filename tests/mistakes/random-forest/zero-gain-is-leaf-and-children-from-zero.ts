// Wrong, twice: a node whose best split gains 0 becomes a leaf, and the children of node i are numbered 2i + 1 and 2i + 2.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
interface Node {
  tree: number;
  id: number;
  depth: number;
  rows: number[];
}

class Grower {
  constructor(
    private readonly X: number[][],
    private readonly y: number[],
    private readonly classes: number,
  ) {
    if (X.length === 0) throw new RangeError('no rows');
    if (X.some(row => row.length !== X[0].length)) throw new TypeError('rows');
    if (X.length !== y.length) throw new TypeError('labels');
    if (y.some(k => !(Number.isInteger(k) && k >= 0 && k < classes))) throw new RangeError('label');
  }

  counts(rows: number[]): number[] {
    const c = new Array<number>(this.classes).fill(0);
    for (const i of rows) c[this.y[i]] += 1;
    return c;
  }

  private weighted(rows: number[]): number {
    return rows.length - this.counts(rows).reduce((s, c) => s + (c * c) / rows.length, 0);
  }

  split(
    rows: number[],
    features: number[],
  ): { feature: number; threshold: number; gain: number } | null {
    const base = this.weighted(rows);
    const found: { feature: number; threshold: number; gain: number }[] = [];
    for (const feature of features) {
      const sorted = [...rows].sort((a, b) => this.X[a][feature] - this.X[b][feature]);
      for (let k = 1; k < sorted.length; k++) {
        const [a, b] = [this.X[sorted[k - 1]][feature], this.X[sorted[k]][feature]];
        if (a === b) continue;
        const rest = this.weighted(sorted.slice(0, k)) + this.weighted(sorted.slice(k));
        found.push({ feature, threshold: (a + b) / 2, gain: (base - rest) / rows.length });
      }
    }
    found.sort((p, q) => {
      const difference = q.gain - p.gain;
      if (Math.abs(difference) > 1e-12) return difference;
      return p.feature - q.feature || p.threshold - q.threshold;
    });
    return found[0] ?? null;
  }

  grow(
    { tree, id, depth, rows }: Node,
    maxDepth: number,
    pick: (t: number, n: number) => number[],
  ): Tree {
    const counts = this.counts(rows);
    const leaf: Tree = {
      kind: 'leaf',
      counts,
      prediction: counts.reduce((b, c, k) => (c > counts[b] ? k : b), 0),
    };
    if (depth === maxDepth || counts.includes(rows.length)) return leaf;
    const split = this.split(rows, pick(tree, id));
    if (split === null || split.gain < 1e-12) return leaf;
    const left = rows.filter(i => this.X[i][split.feature] <= split.threshold);
    const right = rows.filter(i => this.X[i][split.feature] > split.threshold);
    return {
      kind: 'split',
      ...split,
      left: this.grow({ tree, id: 2 * id + 1, depth: depth + 1, rows: left }, maxDepth, pick),
      right: this.grow({ tree, id: 2 * id + 2, depth: depth + 1, rows: right }, maxDepth, pick),
    };
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  const grower = new Grower(X, y, options.classes);
  const d = X[0].length;
  if (options.features.length === 0) throw new RangeError('features');
  for (const f of options.features)
    if (!Number.isInteger(f) || f < 0 || f >= d) throw new RangeError('feature');
  return grower.split([...X.keys()], options.features);
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
  const grower = new Grower(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('bootstrap');
  for (const list of options.bootstrap) {
    if (list.length === 0) throw new RangeError('empty sample');
    for (const i of list) if (X[i] === undefined) throw new RangeError('row');
  }
  return options.bootstrap.map((rows, tree) =>
    grower.grow({ tree, id: 1, depth: 0, rows }, options.maxDepth, options.pickFeatures),
  );
}

const descend = (tree: Tree, row: number[]): number => {
  let t = tree;
  while (t.kind !== 'leaf') t = row[t.feature] <= t.threshold ? t.left : t.right;
  return t.prediction;
};

const mode = (votes: number[], classes: number): number => {
  const tally = Array.from({ length: classes }, (_, k) => votes.filter(v => v === k).length);
  return tally.indexOf(Math.max(...tally));
};

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('trees');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('rows');
  return X.map(row =>
    mode(
      trees.map(t => descend(t, row)),
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
  if (trees.length === 0) throw new RangeError('trees');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  if (trees.length !== bootstrap.length) throw new TypeError('bootstrap');
  const outcome = { accuracy: 0, covered: 0 };
  let hits = 0;
  for (let i = 0; i < X.length; i++) {
    const judges = trees.filter((_, t) => bootstrap[t].every(r => r !== i));
    if (judges.length === 0) continue;
    outcome.covered++;
    if (
      mode(
        judges.map(t => descend(t, X[i])),
        classes,
      ) === y[i]
    )
      hits++;
  }
  if (outcome.covered) outcome.accuracy = hits / outcome.covered;
  return outcome;
}
