// Objects all the way down: a Sample knows its rows, a Node grows itself, a Forest polls its trees.
type Plain =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Plain; right: Plain };
export type Tree = Plain;

interface Example {
  readonly row: readonly number[];
  readonly label: number;
}

class Sample {
  readonly counts: number[];

  constructor(
    readonly examples: readonly Example[],
    readonly classes: number,
  ) {
    this.counts = [...Array(classes).keys()].map(
      k => examples.filter(({ label }) => label === k).length,
    );
  }

  get size(): number {
    return this.examples.length;
  }

  get majority(): number {
    return this.counts.indexOf(this.counts.reduce((a, b) => Math.max(a, b)));
  }

  get isPure(): boolean {
    return this.examples.every(({ label }) => label === this.examples[0].label);
  }

  /** The chance that two examples drawn with replacement are of different classes. */
  get gini(): number {
    return this.counts.reduce((sum, c) => sum + (c / this.size) * (1 - c / this.size), 0);
  }

  part(feature: number, threshold: number): [Sample, Sample] {
    const low: Example[] = [];
    const high: Example[] = [];
    for (const example of this.examples) {
      if (example.row[feature] <= threshold) low.push(example);
      else high.push(example);
    }
    return [new Sample(low, this.classes), new Sample(high, this.classes)];
  }

  *questions(features: readonly number[]) {
    for (const feature of [...features].sort((a, b) => a - b)) {
      const values = this.examples.map(({ row }) => row[feature]).sort((a, b) => a - b);
      for (let i = 1; i < values.length; i += 1) {
        if (values[i] === values[i - 1]) continue;
        const threshold = 0.5 * values[i - 1] + 0.5 * values[i];
        const [low, high] = this.part(feature, threshold);
        const kept = (low.size * low.gini + high.size * high.gini) / this.size;
        yield { feature, threshold, gain: this.gini - kept };
      }
    }
  }

  best(features: readonly number[]) {
    let best: { feature: number; threshold: number; gain: number } | null = null;
    for (const question of this.questions(features)) {
      if (best === null || best.gain < question.gain) best = question;
    }
    return best;
  }
}

class Table {
  readonly examples: Example[];
  constructor(
    readonly X: number[][],
    y: number[],
    readonly classes: number,
  ) {
    if (X.length === 0) throw new RangeError('Table: no rows');
    sameLength(X);
    if (y.length !== X.length) throw new TypeError('Table: labels and rows differ in number');
    this.examples = X.map((row, i) => ({ row, label: y[i] }));
    for (const { label } of this.examples) {
      if (!(label in Array(classes).fill(0))) throw new RangeError(`Table: label ${label}`);
    }
  }
  sample(rows: number[]): Sample {
    if (rows.length === 0) throw new RangeError('Table: an empty sample');
    const examples = rows.map(i => this.examples[i]);
    if (examples.includes(undefined as unknown as Example))
      throw new RangeError('Table: no such row');
    return new Sample(examples, this.classes);
  }
}

function sameLength(X: number[][]): void {
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('rows of unlike length');
}

export function bestSplit(X: number[][], y: number[], o: { classes: number; features: number[] }) {
  const table = new Table(X, y, o.classes);
  const columns = [...X[0].keys()];
  if (o.features.length === 0 || o.features.some(feature => !columns.includes(feature))) {
    throw new RangeError('bestSplit: features');
  }
  return new Sample(table.examples, o.classes).best(o.features);
}

class Grower {
  constructor(
    readonly maxDepth: number,
    readonly features: (node: number) => number[],
  ) {}
  grow(sample: Sample, node = 1, depth = 0): Plain {
    const split = sample.isPure || depth >= this.maxDepth ? null : sample.best(this.features(node));
    if (!split) return { kind: 'leaf', counts: [...sample.counts], prediction: sample.majority };
    const [low, high] = sample.part(split.feature, split.threshold);
    return {
      kind: 'split',
      ...split,
      left: this.grow(low, 2 * node, depth + 1),
      right: this.grow(high, 2 * node + 1, depth + 1),
    };
  }
}

export function fitForest(
  X: number[][],
  y: number[],
  o: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Plain[] {
  const table = new Table(X, y, o.classes);
  if (o.bootstrap.length === 0) throw new RangeError('fitForest: no trees asked for');
  return o.bootstrap
    .map(rows => table.sample(rows))
    .map((sample, t) => new Grower(o.maxDepth, node => o.pickFeatures(t, node)).grow(sample));
}

class Forest {
  constructor(
    readonly trees: readonly Plain[],
    readonly classes: number,
  ) {
    if (trees.length === 0) throw new RangeError('Forest: no trees');
  }
  static leaf(tree: Plain, row: number[]): number {
    return tree.kind === 'leaf'
      ? tree.prediction
      : Forest.leaf(row[tree.feature] <= tree.threshold ? tree.left : tree.right, row);
  }
  /** null where nobody may vote */
  elect(row: number[], mayVote: (t: number) => boolean = () => true): number | null {
    const votes = new Map<number, number>();
    this.trees.forEach((tree, t) => {
      if (!mayVote(t)) return;
      const choice = Forest.leaf(tree, row);
      votes.set(choice, (votes.get(choice) ?? 0) + 1);
    });
    const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return ranked.length === 0 ? null : ranked[0][0];
  }
}

export function predictForest(trees: Plain[], X: number[][], classes: number): number[] {
  const forest = new Forest(trees, classes);
  sameLength(X);
  return X.map(row => forest.elect(row) as number);
}

export function oobAccuracy(
  trees: Plain[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  const forest = new Forest(trees, classes);
  sameLength(X);
  if (y.length !== X.length) throw new TypeError('oobAccuracy: labels');
  if (bootstrap.length !== trees.length) throw new TypeError('oobAccuracy: lists');
  const elected = X.map((row, i) => forest.elect(row, t => !bootstrap[t].includes(i)));
  const covered = elected.filter(one => one !== null).length;
  if (covered === 0) return { accuracy: 0, covered };
  return { accuracy: elected.filter((one, i) => one === y[i]).length / covered, covered };
}
