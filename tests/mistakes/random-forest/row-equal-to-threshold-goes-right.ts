// Wrong: predictions send a row whose value equals the threshold to the right.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
interface Best {
  feature: number;
  threshold: number;
  gain: number;
}

function guardRows(X: number[][]): void {
  for (let i = 1; i < X.length; i++)
    if (X[i].length !== X[i - 1].length) throw new TypeError('widths');
}

function guard(X: number[][], y: number[], classes: number): void {
  if (X.length < 1) throw new RangeError('no rows');
  guardRows(X);
  if (y.length !== X.length) throw new TypeError('labels');
  for (const c of y)
    if (!(c >= 0 && c < classes) || Math.trunc(c) !== c) throw new RangeError('label');
}

class Node {
  readonly counts: number[];

  constructor(
    readonly X: number[][],
    readonly y: number[],
    readonly classes: number,
  ) {
    this.counts = Array(classes).fill(0);
    for (const c of y) this.counts[c]++;
  }

  get size(): number {
    return this.y.length;
  }

  get gini(): number {
    return 1 - this.counts.reduce((s, c) => s + (c * c) / (this.size * this.size), 0);
  }

  get majority(): number {
    return this.counts.indexOf(Math.max(...this.counts));
  }

  part(feature: number, threshold: number): [Node, Node] {
    const inside = this.X.map(row => row[feature] <= threshold);
    const take = (flag: boolean) =>
      new Node(
        this.X.filter((_, i) => inside[i] === flag),
        this.y.filter((_, i) => inside[i] === flag),
        this.classes,
      );
    return [take(true), take(false)];
  }

  best(features: number[]): Best | null {
    let answer: Best | null = null;
    const sorted = features.slice();
    sorted.sort((a, b) => a - b);
    for (const feature of sorted) {
      const values = this.X.map(row => row[feature]).sort((a, b) => a - b);
      for (let k = 1; k < values.length; k++) {
        if (values[k] === values[k - 1]) continue;
        const threshold = (values[k] + values[k - 1]) / 2;
        const [l, r] = this.part(feature, threshold);
        const gain = this.gini - (l.size * l.gini) / this.size - (r.size * r.gini) / this.size;
        if (answer === null || gain > answer.gain + 1e-12) answer = { feature, threshold, gain };
      }
    }
    return answer;
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  guard(X, y, options.classes);
  if (options.features.length === 0) throw new RangeError('no features');
  for (const f of options.features) if (!(f in X[0])) throw new RangeError('feature');
  return new Node(X, y, options.classes).best(options.features);
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
  guard(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('no lists');
  for (const list of options.bootstrap) {
    if (list.length === 0) throw new RangeError('empty list');
    for (const i of list) if (!(i in X)) throw new RangeError('row');
  }
  const toTree = (node: Node, t: number, id: number, depth: number): Tree => {
    const stop =
      depth >= options.maxDepth || node.gini === 0 || node.counts[node.majority] === node.size;
    const b = stop ? null : node.best(options.pickFeatures(t, id));
    if (b === null) return { kind: 'leaf', counts: node.counts, prediction: node.majority };
    const [l, r] = node.part(b.feature, b.threshold);
    return {
      kind: 'split',
      ...b,
      left: toTree(l, t, id * 2, depth + 1),
      right: toTree(r, t, id * 2 + 1, depth + 1),
    };
  };
  return options.bootstrap.map((list, t) =>
    toTree(
      new Node(
        list.map(i => X[i]),
        list.map(i => y[i]),
        options.classes,
      ),
      t,
      1,
      0,
    ),
  );
}

function follow(tree: Tree, row: number[]): number {
  if (tree.kind === 'leaf') return tree.prediction;
  return row[tree.feature] < tree.threshold ? follow(tree.left, row) : follow(tree.right, row);
}

function ballot(votes: number[], classes: number): number {
  const box = new Map<number, number>();
  for (const v of votes) box.set(v, (box.get(v) ?? 0) + 1);
  let best = 0;
  for (let k = 0; k < classes; k++) if ((box.get(k) ?? 0) > (box.get(best) ?? 0)) best = k;
  return best;
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('no trees');
  guardRows(X);
  return X.map(row =>
    ballot(
      trees.map(t => follow(t, row)),
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
  if (trees.length === 0) throw new RangeError('no trees');
  guardRows(X);
  if (X.length !== y.length) throw new TypeError('labels');
  if (bootstrap.length !== trees.length) throw new TypeError('lists');
  let [covered, right] = [0, 0];
  for (let i = 0; i < X.length; i++) {
    const votes: number[] = [];
    for (let t = 0; t < trees.length; t++) {
      if (bootstrap[t].indexOf(i) === -1) votes.push(follow(trees[t], X[i]));
    }
    if (votes.length > 0) {
      covered++;
      right += Number(ballot(votes, classes) === y[i]);
    }
  }
  return { accuracy: covered > 0 ? right / covered : 0, covered };
}
