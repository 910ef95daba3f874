// predict does not refuse rows of different lengths.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const Impurity = {
  of(counts: number[], criterion: Criterion): number {
    const n = counts.reduce((a, c) => a + c, 0);
    if (n === 0) return 0;
    return criterion === 'gini' ? Impurity.gini(counts, n) : Impurity.entropy(counts, n);
  },
  gini(counts: number[], n: number): number {
    let same = 0;
    for (const c of counts) same += (c / n) ** 2;
    return 1 - same;
  },
  entropy(counts: number[], n: number): number {
    let h = 0;
    for (const c of counts) h += c === 0 ? 0 : -(c / n) * Math.log2(c / n);
    return h;
  },
};

export function impurity(counts: number[], criterion: Criterion): number {
  return Impurity.of(counts, criterion);
}

class Node {
  X: number[][];
  y: number[];
  depth: number;
  counts: number[];
  constructor(X: number[][], y: number[], depth: number, K: number) {
    this.X = X;
    this.y = y;
    this.depth = depth;
    this.counts = new Array<number>(K).fill(0);
    for (const c of y) this.counts[c]++;
  }
  get size(): number {
    return this.y.length;
  }
  get isPure(): boolean {
    return Math.max(...this.counts) === this.size;
  }
  child(test: (x: number[]) => boolean): Node {
    const X: number[][] = [];
    const y: number[] = [];
    this.X.forEach((x, i) => {
      if (test(x)) {
        X.push(x);
        y.push(this.y[i]);
      }
    });
    return new Node(X, y, this.depth + 1, this.counts.length);
  }
  divide(feature: number, threshold: number): { left: Node; right: Node } {
    return {
      left: this.child(x => x[feature] <= threshold),
      right: this.child(x => x[feature] > threshold),
    };
  }
  best(criterion: Criterion): { feature: number; threshold: number; gain: number } | null {
    let best: { feature: number; threshold: number; gain: number } | null = null;
    for (let feature = 0; feature < this.X[0].length; feature++) {
      const values = [...new Set(this.X.map(x => x[feature]))].sort((p, q) => p - q);
      values.reduce((previous, value) => {
        const threshold = (previous + value) / 2;
        const { left, right } = this.divide(feature, threshold);
        const gain =
          Impurity.of(this.counts, criterion) -
          (left.size / this.size) * Impurity.of(left.counts, criterion) -
          (right.size / this.size) * Impurity.of(right.counts, criterion);
        if (best === null || gain > best.gain) best = { feature, threshold, gain };
        return value;
      });
    }
    return best;
  }
  static root(X: number[][], y: number[], K: number): Node {
    if (X.length !== y.length) throw new TypeError('X and y have different lengths');
    if (X.length === 0) throw new RangeError('X has no rows');
    if (X.some(x => x.length !== X[0].length)) throw new TypeError('rows have different lengths');
    if (y.some(c => !Number.isInteger(c) || c < 0 || c >= K))
      throw new RangeError('a label is not a class');
    return new Node(X, y, 0, K);
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  return Node.root(X, y, options.classes).best(options.criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const grow = (node: Node): Tree => {
    const stop =
      node.isPure || node.depth >= options.maxDepth || node.size < (options.minSamplesSplit ?? 2);
    const q = stop ? null : node.best(options.criterion ?? 'gini');
    if (!q) {
      return {
        kind: 'leaf',
        counts: node.counts,
        prediction: node.counts.indexOf(Math.max(...node.counts)),
      };
    }
    const { left, right } = node.divide(q.feature, q.threshold);
    return { kind: 'split', ...q, left: grow(left), right: grow(right) };
  };
  return grow(Node.root(X, y, options.classes));
}

export function predict(tree: Tree, X: number[][]): number[] {
  return X.map(x => {
    let t = tree;
    while (t.kind === 'split') t = x[t.feature] <= t.threshold ? t.left : t.right;
    return t.prediction;
  });
}
