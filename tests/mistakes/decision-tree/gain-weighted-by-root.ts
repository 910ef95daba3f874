// In the tree the gain of a node is scaled by its share of all the training examples, as importances are, instead of being the node's own gain.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

interface Candidate {
  feature: number;
  threshold: number;
  gain: number;
}

const log2 = Math.log2;

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((s, c) => s + c, 0);
  if (n === 0) return 0;
  return criterion === 'gini'
    ? 1 - counts.reduce((s, c) => s + (c * c) / (n * n), 0)
    : counts.filter(c => c > 0).reduce((s, c) => s + (c / n) * log2(n / c), 0);
}

class TreeBuilder {
  private readonly N: number;
  constructor(
    private readonly X: number[][],
    private readonly y: number[],
    private readonly classes: number,
    private readonly criterion: Criterion,
  ) {
    this.N = X.length;
    if (this.N === 0) throw new RangeError('empty X');
    if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged X');
    if (y.length !== this.N) throw new TypeError('length of y');
    for (const c of y)
      if (!(Number.isInteger(c) && c >= 0 && c < classes)) throw new RangeError('label');
  }

  counts(ids: number[]): number[] {
    const c = new Array<number>(this.classes).fill(0);
    for (const i of ids) c[this.y[i]]++;
    return c;
  }

  best(ids: number[]): Candidate | null {
    const total = this.counts(ids);
    const m = ids.length;
    const own = impurity(total, this.criterion);
    let best: Candidate | null = null;
    for (let f = 0; f < this.X[0].length; f++) {
      const order = ids.slice().sort((a, b) => this.X[a][f] - this.X[b][f]);
      const l = new Array<number>(this.classes).fill(0);
      const r = total.slice();
      for (let i = 1; i < m; i++) {
        const k = this.y[order[i - 1]];
        l[k]++;
        r[k]--;
        const a = this.X[order[i - 1]][f],
          b = this.X[order[i]][f];
        if (a === b) continue;
        const decrease =
          own - (i / m) * impurity(l, this.criterion) - ((m - i) / m) * impurity(r, this.criterion);
        const gain = (m / this.N) * decrease;
        if (best === null || gain > best.gain)
          best = { feature: f, threshold: between(a, b), gain };
      }
    }
    return best;
  }

  build(ids: number[], depth: number, maxDepth: number, min: number): Tree {
    const counts = this.counts(ids);
    const prediction = counts.indexOf(Math.max(...counts));
    const leaf: Tree = { kind: 'leaf', counts, prediction };
    if (counts[prediction] === ids.length || depth === maxDepth || ids.length < min) return leaf;
    const s = this.best(ids);
    if (!s) return leaf;
    const goesLeft = (i: number) => this.X[i][s.feature] <= s.threshold;
    return {
      kind: 'split',
      ...s,
      left: this.build(ids.filter(goesLeft), depth + 1, maxDepth, min),
      right: this.build(
        ids.filter(i => !goesLeft(i)),
        depth + 1,
        maxDepth,
        min,
      ),
    };
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Candidate | null {
  return new TreeBuilder(X, y, options.classes, options.criterion ?? 'gini').best(
    X.map((_, i) => i),
  );
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  return new TreeBuilder(X, y, options.classes, options.criterion ?? 'gini').build(
    X.map((_, i) => i),
    0,
    options.maxDepth,
    options.minSamplesSplit ?? 2,
  );
}

export function predict(tree: Tree, X: number[][]): number[] {
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged X');
  const go = (t: Tree, x: number[]): number =>
    t.kind === 'leaf' ? t.prediction : go(x[t.feature] <= t.threshold ? t.left : t.right, x);
  return X.map(x => go(tree, x));
}

function between(a: number, b: number): number {
  const m = (a + b) / 2;
  return m < b ? m : a; // neighbouring doubles
}
