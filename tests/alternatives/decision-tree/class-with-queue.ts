// Written by an object-oriented developer: a Grower class works off a breadth-first queue and links the nodes afterwards.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Split = { feature: number; threshold: number; gain: number };
type Settings = {
  classes: number;
  maxDepth: number;
  minSamplesSplit: number;
  criterion: Criterion;
};
type Job = {
  members: number[];
  depth: number;
  histogram: Histogram;
  split: Split | null;
  children: [number, number];
};

class Histogram {
  readonly counts: number[];
  size: number;
  constructor(counts: number[]) {
    this.counts = counts;
    this.size = counts.reduce((s, c) => s + c, 0);
  }
  static empty(classes: number): Histogram {
    return new Histogram(Array.from({ length: classes }, () => 0));
  }
  add(label: number, times = 1): void {
    this.counts[label] += times;
    this.size += times;
  }
  copy(): Histogram {
    return new Histogram(this.counts.slice());
  }
  get mode(): number {
    let best = 0;
    this.counts.forEach((c, k) => {
      if (c > this.counts[best]) best = k;
    });
    return best;
  }
  get pure(): boolean {
    return this.counts.some(c => c === this.size);
  }
  impurity(criterion: Criterion): number {
    if (this.size === 0) return 0;
    return criterion === 'gini' ? this.gini() : this.entropy();
  }
  private gini(): number {
    // chance that a second draw is of another class
    return this.counts.reduce((s, c) => s + (c / this.size) * (1 - c / this.size), 0);
  }
  private entropy(): number {
    let bits = 0;
    for (const c of this.counts) {
      if (c > 0) bits += (c / this.size) * (Math.log(this.size / c) / Math.LN2);
    }
    return bits;
  }
}

class Data {
  private readonly rows: number[][];
  private readonly labels: number[];
  private readonly classes: number;
  constructor(rows: number[][], labels: number[], classes: number) {
    Data.assertRectangular(rows);
    if (rows.length !== labels.length) throw new TypeError('rows and labels do not match');
    if (rows.length < 1) throw new RangeError('no rows');
    const known = new Set(Array.from({ length: classes }, (_, k) => k));
    if (labels.some(label => !known.has(label))) throw new RangeError('unknown label');
    this.rows = rows;
    this.labels = labels;
    this.classes = classes;
  }
  static assertRectangular(rows: number[][]): void {
    const widths = rows.map(r => r.length);
    if (widths.length > 0 && Math.min(...widths) !== Math.max(...widths))
      throw new TypeError('ragged');
  }
  everyone(): number[] {
    return this.rows.map((_, i) => i);
  }
  histogram(members: number[]): Histogram {
    const h = Histogram.empty(this.classes);
    for (const i of members) h.add(this.labels[i]);
    return h;
  }
  divide(members: number[], { feature, threshold }: Split): [number[], number[]] {
    const sides: [number[], number[]] = [[], []];
    for (const i of members) sides[this.rows[i][feature] <= threshold ? 0 : 1].push(i);
    return sides;
  }
  best(members: number[], criterion: Criterion): Split | null {
    const node = this.histogram(members);
    const before = node.impurity(criterion);
    let winner: Split | null = null;
    for (let feature = 0; feature < this.rows[0].length; feature++) {
      const byValue = new Map<number, Histogram>();
      for (const i of members) {
        const v = this.rows[i][feature];
        const h = byValue.get(v) ?? Histogram.empty(this.classes);
        h.add(this.labels[i]);
        byValue.set(v, h);
      }
      const values = Array.from(byValue.keys()).sort((a, b) => a - b);
      const low = Histogram.empty(this.classes);
      const high = node.copy();
      for (let v = 1; v < values.length; v++) {
        byValue.get(values[v - 1])!.counts.forEach((c, k) => {
          low.add(k, c);
          high.add(k, -c);
        });
        const after =
          (low.size * low.impurity(criterion) + high.size * high.impurity(criterion)) / node.size;
        const gain = before - after;
        if (!winner || gain > winner.gain)
          winner = { feature, threshold: (values[v - 1] + values[v]) / 2, gain };
      }
    }
    return winner;
  }
}

class Grower {
  private readonly data: Data;
  private readonly settings: Settings;
  private readonly jobs: Job[] = [];
  constructor(data: Data, settings: Settings) {
    this.data = data;
    this.settings = settings;
  }
  private enqueue(members: number[], depth: number): number {
    this.jobs.push({
      members,
      depth,
      histogram: this.data.histogram(members),
      split: null,
      children: [-1, -1],
    });
    return this.jobs.length - 1;
  }
  private mayGrow(job: Job): boolean {
    const { maxDepth, minSamplesSplit } = this.settings;
    return !job.histogram.pure && job.depth < maxDepth && job.members.length >= minSamplesSplit;
  }
  run(): Tree {
    this.enqueue(this.data.everyone(), 0);
    for (let at = 0; at < this.jobs.length; at++) {
      const job = this.jobs[at];
      if (!this.mayGrow(job)) continue;
      job.split = this.data.best(job.members, this.settings.criterion);
      if (!job.split) continue;
      const [l, r] = this.data.divide(job.members, job.split);
      job.children = [this.enqueue(l, job.depth + 1), this.enqueue(r, job.depth + 1)];
    }
    const built: Tree[] = [];
    for (let at = this.jobs.length - 1; at >= 0; at--) {
      const { split, children, histogram } = this.jobs[at];
      built[at] = split
        ? { kind: 'split', ...split, left: built[children[0]], right: built[children[1]] }
        : { kind: 'leaf', counts: histogram.counts, prediction: histogram.mode };
    }
    return built[0];
  }
}

export function impurity(counts: number[], criterion: Criterion): number {
  return new Histogram(counts.slice()).impurity(criterion);
}
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Split | null {
  const data = new Data(X, y, options.classes);
  return data.best(data.everyone(), options.criterion ?? 'gini');
}
export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  return new Grower(new Data(X, y, classes), {
    classes,
    maxDepth,
    minSamplesSplit,
    criterion,
  }).run();
}
export function predict(tree: Tree, X: number[][]): number[] {
  Data.assertRectangular(X);
  return X.map(row => {
    let node: Tree = tree;
    while (node.kind !== 'leaf')
      node = row[node.feature] <= node.threshold ? node.left : node.right;
    return node.prediction;
  });
}
