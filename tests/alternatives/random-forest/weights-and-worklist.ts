// Right: a sample is a vector of weights per row, nodes are grown from a worklist without recursion, and gains within 1e-12 count as tied.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const SAME = 1e-12;

class Counter {
  readonly of: Float64Array;
  total = 0;

  constructor(classes: number) {
    this.of = new Float64Array(classes);
  }

  add(label: number, weight = 1): this {
    this.of[label] += weight;
    this.total += weight;
    return this;
  }

  gini(): number {
    return this.of.reduce((left, c) => left - (c / this.total) ** 2, 1);
  }

  winner(): number {
    return this.of.indexOf(this.of.reduce((a, b) => Math.max(a, b), -1));
  }
}

interface Sample {
  X: number[][];
  y: number[];
  weights: Map<number, number>;
  classes: number;
}

function counted({ y, weights, classes }: Sample): Counter {
  const counter = new Counter(classes);
  weights.forEach((w, i) => counter.add(y[i], w));
  return counter;
}

function parts(sample: Sample, feature: number, threshold: number): [Sample, Sample] {
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  sample.weights.forEach((w, i) => {
    (sample.X[i][feature] <= threshold ? left : right).set(i, w);
  });
  return [
    { ...sample, weights: left },
    { ...sample, weights: right },
  ];
}

function question(
  sample: Sample,
  features: Iterable<number>,
): { feature: number; threshold: number; gain: number } | null {
  const node = counted(sample);
  const impurity = node.gini();
  let best: { feature: number; threshold: number; gain: number } | null = null;
  for (const feature of Uint32Array.from(features).sort()) {
    const present = Array.from(sample.weights.keys(), i => sample.X[i][feature]);
    const values = Float64Array.from(new Set(present)).sort();
    for (let v = 1; v < values.length; v++) {
      const threshold = (values[v - 1] + values[v]) / 2;
      const gain = parts(sample, feature, threshold)
        .map(counted)
        .reduce((g, side) => g - (side.total / node.total) * side.gini(), impurity);
      if (best === null || gain > best.gain + SAME) best = { feature, threshold, gain };
    }
  }
  return best;
}

function refuse(when: boolean, kind: typeof RangeError | typeof TypeError, why: string): void {
  if (when) throw new kind(why);
}

function refuseRagged(X: number[][]): void {
  refuse(new Set(X.map(row => row.length)).size > 1, TypeError, 'ragged rows');
}

function refuseTraining(X: number[][], y: number[], classes: number): void {
  refuse(X.length === 0, RangeError, 'no rows');
  refuseRagged(X);
  refuse(X.length !== y.length, TypeError, 'labels');
  refuse(!y.every(k => Number.isInteger(k) && k >= 0 && k < classes), RangeError, 'label');
}

const isIndex = (i: number, length: number) => Number.isInteger(i) && i >= 0 && i < length;

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  const { classes, features } = options;
  refuseTraining(X, y, classes);
  refuse(features.length === 0, RangeError, 'no features');
  refuse(!features.every(f => isIndex(f, X[0].length)), RangeError, 'not a column');
  const weights = new Map(X.map((_, i) => [i, 1]));
  return question({ X, y, weights, classes }, features);
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
  const { classes, maxDepth, bootstrap } = options;
  refuseTraining(X, y, classes);
  refuse(bootstrap.length === 0, RangeError, 'no samples');
  refuse(
    bootstrap.some(list => list.length === 0),
    RangeError,
    'empty sample',
  );
  refuse(!bootstrap.flat().every(i => isIndex(i, X.length)), RangeError, 'not a row');

  const forest: Tree[] = [];
  bootstrap.forEach((list, t) => {
    const weights = new Map<number, number>();
    for (const i of list) weights.set(i, (weights.get(i) ?? 0) + 1);
    const work = [
      {
        sample: { X, y, weights, classes },
        node: 1,
        depth: 0,
        place: (tree: Tree) => void (forest[t] = tree),
      },
    ];
    for (let job = work.pop(); job !== undefined; job = work.pop()) {
      const { sample, node, depth, place } = job;
      const counter = counted(sample);
      const stops = counter.of.some(c => c === counter.total) || depth === maxDepth;
      const asked = stops ? null : question(sample, options.pickFeatures(t, node));
      if (asked === null) {
        place({ kind: 'leaf', counts: Array.from(counter.of), prediction: counter.winner() });
        continue;
      }
      const [left, right] = parts(sample, asked.feature, asked.threshold);
      const nothing: Tree = { kind: 'leaf', counts: [], prediction: 0 };
      const split = {
        kind: 'split' as const,
        ...asked,
        left: nothing as Tree,
        right: nothing as Tree,
      };
      place(split);
      work.push({
        sample: left,
        node: 2 * node,
        depth: depth + 1,
        place: tree => void (split.left = tree),
      });
      work.push({
        sample: right,
        node: 2 * node + 1,
        depth: depth + 1,
        place: tree => void (split.right = tree),
      });
    }
  });
  return forest;
}

function ask(tree: Tree, row: number[]): number {
  for (;;) {
    if (tree.kind === 'leaf') return tree.prediction;
    tree = row[tree.feature] <= tree.threshold ? tree.left : tree.right;
  }
}

function poll(trees: Tree[], row: number[], classes: number): Counter {
  return trees.reduce((votes, tree) => votes.add(ask(tree, row)), new Counter(classes));
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  refuse(trees.length === 0, RangeError, 'no trees');
  refuseRagged(X);
  return X.map(row => poll(trees, row, classes).winner());
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  refuse(trees.length === 0, RangeError, 'no trees');
  refuseRagged(X);
  refuse(X.length !== y.length, TypeError, 'labels');
  refuse(bootstrap.length !== trees.length, TypeError, 'one list for each tree');
  const seen = bootstrap.map(list => new Set(list));
  const polls = X.map((row, i) =>
    poll(
      trees.filter((_, t) => !seen[t].has(i)),
      row,
      classes,
    ),
  );
  const covered = polls.filter(votes => votes.total > 0).length;
  const hits = polls.filter((votes, i) => votes.total > 0 && votes.winner() === y[i]).length;
  return { accuracy: hits / Math.max(covered, 1), covered };
}
