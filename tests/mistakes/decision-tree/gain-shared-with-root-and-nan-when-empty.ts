// Two at once: the gains in the tree are multiplied by the node's share of all training examples, and the impurity of a node without examples is NaN.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, b) => a + b, 0);
  const p = counts.map(c => c / n);
  if (criterion === 'gini') return 1 - p.reduce((a, q) => a + q * q, 0);
  return p.reduce((a, q) => (q === 0 ? a : a - q * Math.log2(q)), 0);
}

class Splitter {
  private readonly X: number[][];
  private readonly y: number[];
  private readonly K: number;
  private readonly criterion: Criterion;

  constructor(X: number[][], y: number[], K: number, criterion?: Criterion) {
    Splitter.shape(X);
    if (y.length !== X.length) throw new TypeError('y');
    if (y.length === 0) throw new RangeError('X');
    for (const c of y) if (!Number.isInteger(c) || c < 0 || c >= K) throw new RangeError('y');
    this.X = X;
    this.y = y;
    this.K = K;
    this.criterion = criterion ?? 'gini';
  }

  static shape(X: number[][]): void {
    if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  }

  counts(ids: number[]): number[] {
    const c = new Array<number>(this.K).fill(0);
    for (const i of ids) c[this.y[i]]++;
    return c;
  }

  left(ids: number[], feature: number, threshold: number): number[] {
    return ids.filter(i => this.X[i][feature] <= threshold);
  }

  right(ids: number[], feature: number, threshold: number): number[] {
    return ids.filter(i => this.X[i][feature] > threshold);
  }

  /** Best question for these examples; `scale` multiplies the reported improvement. */
  improve(
    ids: number[],
    scale: number,
  ): { feature: number; threshold: number; gain: number } | null {
    const whole = impurity(this.counts(ids), this.criterion);
    let best: { feature: number; threshold: number; gain: number } | null = null;
    for (let feature = 0; feature < this.X[0].length; feature++) {
      const sorted = ids.map(i => this.X[i][feature]).sort((a, b) => a - b);
      for (let j = 1; j < sorted.length; j++) {
        if (sorted[j - 1] === sorted[j]) continue;
        const threshold = (sorted[j - 1] + sorted[j]) / 2;
        const L = this.counts(this.left(ids, feature, threshold));
        const R = this.counts(this.right(ids, feature, threshold));
        const after =
          (j / ids.length) * impurity(L, this.criterion) +
          ((ids.length - j) / ids.length) * impurity(R, this.criterion);
        const gain = scale * (whole - after);
        if (best === null || gain > best.gain) best = { feature, threshold, gain };
      }
    }
    return best;
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const splitter = new Splitter(X, y, options.classes, options.criterion);
  return splitter.improve([...X.keys()], 1);
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const splitter = new Splitter(X, y, options.classes, options.criterion);
  const N = X.length;
  const least = options.minSamplesSplit ?? 2;
  const grow = (ids: number[], room: number): Tree => {
    const counts = splitter.counts(ids);
    const prediction = counts.indexOf(Math.max(...counts));
    const pure = counts[prediction] === ids.length;
    const found =
      pure || room === 0 || ids.length < least ? null : splitter.improve(ids, ids.length / N);
    if (!found) return { kind: 'leaf', counts, prediction };
    const { feature, threshold, gain } = found;
    const left = grow(splitter.left(ids, feature, threshold), room - 1);
    const right = grow(splitter.right(ids, feature, threshold), room - 1);
    return { kind: 'split', feature, threshold, gain, left, right };
  };
  return grow([...X.keys()], options.maxDepth);
}

export function predict(tree: Tree, X: number[][]): number[] {
  Splitter.shape(X);
  return X.map(x => {
    let node: Tree = tree;
    while (node.kind !== 'leaf') {
      const { feature, threshold, left, right }: Extract<Tree, { kind: 'split' }> = node;
      node = x[feature] > threshold ? right : left;
    }
    return node.prediction;
  });
}
