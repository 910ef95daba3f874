// Sends equality to the right, in building and in predicting.
type Criterion = 'gini' | 'entropy';
interface Options {
  classes: number;
  maxDepth?: number;
  minSamplesSplit?: number;
  criterion?: Criterion;
}

class Node {
  kind = 'leaf';
  depth: number;
  counts?: number[];
  prediction?: number;
  feature?: number;
  threshold?: number;
  gain?: number;
  left?: Node;
  right?: Node;
  constructor(depth: number) {
    this.depth = depth;
  }
  label(row: number[]): number {
    if (this.kind === 'leaf') return this.prediction as number;
    const left = row[this.feature as number] < (this.threshold as number);
    return ((left ? this.left : this.right) as Node).label(row);
  }
}

const nlogn = (n: number) => (n > 1 ? n * Math.log(n) : 0);

class Grower {
  X: number[][];
  y: number[];
  options: Options;

  constructor(X: number[][], y: number[], options: Options) {
    if (!X.length) throw new RangeError('nothing to learn from');
    if (X.length !== y.length) throw new TypeError('as many labels as rows, please');
    for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged rows');
    for (const label of y) {
      if (!Number.isInteger(label)) throw new RangeError('labels are whole');
      if (label < 0 || label >= options.classes) throw new RangeError(`label ${label}`);
    }
    this.X = X;
    this.y = y;
    this.options = options;
  }

  counts(ids: number[]): number[] {
    const counts = Array.from({ length: this.options.classes }, () => 0);
    ids.forEach(i => {
      counts[this.y[i]] += 1;
    });
    return counts;
  }

  /** n times the impurity of a node, from its counts. */
  heap(counts: number[]): number {
    const n = counts.reduce((a, b) => a + b);
    if (this.options.criterion === 'entropy') {
      return (nlogn(n) - counts.reduce((a, c) => a + nlogn(c), 0)) / Math.LN2;
    }
    return n - counts.reduce((a, c) => a + c ** 2, 0) / n;
  }

  split(ids: number[]) {
    const n = ids.length;
    const whole = this.counts(ids);
    const candidates: { feature: number; threshold: number; gain: number }[] = [];
    for (let feature = 0; feature < this.X[0].length; feature++) {
      const sorted = [...ids].sort((a, b) => this.X[a][feature] - this.X[b][feature]);
      const left = whole.map(() => 0);
      sorted.slice(0, -1).forEach((i, s) => {
        left[this.y[i]] += 1;
        const here = this.X[i][feature];
        const next = this.X[sorted[s + 1]][feature];
        if (here < next) {
          const right = whole.map((c, k) => c - left[k]);
          const gain = (this.heap(whole) - this.heap(left) - this.heap(right)) / n;
          candidates.push({ feature, threshold: 0.5 * (here + next), gain });
        }
      });
    }
    if (candidates.length === 0) return null;
    return candidates.reduce((best, next) => (next.gain > best.gain ? next : best));
  }

  grow(ids: number[], depth: number): Node {
    const { maxDepth = 0, minSamplesSplit = 2 } = this.options;
    const node = new Node(depth);
    const counts = this.counts(ids);
    const top = Math.max(...counts);
    const stops = top === ids.length || depth === maxDepth || ids.length < minSamplesSplit;
    const split = stops ? null : this.split(ids);
    if (split === null) {
      node.counts = counts;
      node.prediction = counts.indexOf(top);
      return node;
    }
    node.kind = 'split';
    Object.assign(node, split);
    const goesLeft = (i: number) => this.X[i][split.feature] < split.threshold;
    node.left = this.grow(ids.filter(goesLeft), depth + 1);
    node.right = this.grow(
      ids.filter(i => !goesLeft(i)),
      depth + 1,
    );
    return node;
  }
}

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return 0;
  if (criterion === 'entropy') {
    return (nlogn(n) - counts.reduce((a, c) => a + nlogn(c), 0)) / n / Math.LN2;
  }
  let disagree = 0;
  for (let a = 0; a < counts.length; a++) {
    for (let b = 0; b < a; b++) disagree += 2 * (counts[a] / n) * (counts[b] / n);
  }
  return disagree;
}

export function bestSplit(X: number[][], y: number[], options: Options) {
  return new Grower(X, y, options).split(X.map((_, i) => i));
}

export function buildTree(X: number[][], y: number[], options: Options): Node {
  return new Grower(X, y, options).grow(
    X.map((_, i) => i),
    0,
  );
}

function revive(tree: Node): Node {
  const node = Object.assign(new Node(0), tree);
  if (node.left && node.right) {
    node.left = revive(node.left);
    node.right = revive(node.right);
  }
  return node;
}

export function predict(tree: Node, X: number[][]): number[] {
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged rows');
  const root = revive(tree);
  return X.map(row => root.label(row));
}
