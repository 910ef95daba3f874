// Values less than 1e-7 apart count as equal, so distinct values of a finely scaled feature get no threshold between them.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const FEATURE_THRESHOLD = 1e-7;

interface NodeSplit {
  feature: number;
  threshold: number;
  gain: number;
}

export function impurity(counts: number[], criterion: Criterion): number {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return 0;
  if (criterion === 'gini') {
    let sq = 0;
    for (const c of counts) sq += c * c;
    return 1 - sq / (total * total);
  }
  let entropy = 0;
  for (const c of counts) {
    if (c > 0) {
      const p = c / total;
      entropy -= p * Math.log2(p);
    }
  }
  return entropy;
}

function validateRows(X: number[][]): void {
  const widths = X.map(r => r.length);
  if (widths.some(w => w !== widths[0])) throw new TypeError('inconsistent row lengths');
}

function validateTraining(X: number[][], y: number[], nClasses: number): void {
  if (X.length === 0) throw new RangeError('X is empty');
  validateRows(X);
  if (y.length !== X.length) throw new TypeError('inconsistent numbers of samples');
  if (y.some(v => !Number.isInteger(v) || v < 0 || v >= nClasses))
    throw new RangeError('unknown class');
}

class Splitter {
  private left: number[] = [];
  private right: number[] = [];
  constructor(
    private X: number[][],
    private y: number[],
    private K: number,
    private criterion: Criterion,
  ) {}

  private reset(samples: number[]): void {
    this.left = new Array(this.K).fill(0);
    this.right = new Array(this.K).fill(0);
    for (const s of samples) this.right[this.y[s]]++;
  }

  private move(s: number): void {
    this.left[this.y[s]]++;
    this.right[this.y[s]]--;
  }

  nodeSplit(samples: number[]): NodeSplit | null {
    this.reset(samples);
    const parent = impurity(this.right, this.criterion);
    const n = samples.length;
    let best: NodeSplit | null = null;
    for (let f = 0; f < this.X[0].length; f++) {
      const order = samples.slice().sort((a, b) => this.X[a][f] - this.X[b][f]);
      this.reset(samples);
      let p = 0;
      while (p < n) {
        this.move(order[p++]);
        while (p < n && this.X[order[p]][f] <= this.X[order[p - 1]][f] + FEATURE_THRESHOLD)
          this.move(order[p++]);
        if (p >= n) break;
        const gain =
          parent -
          (p / n) * impurity(this.left, this.criterion) -
          ((n - p) / n) * impurity(this.right, this.criterion);
        if (best === null || gain > best.gain) {
          best = {
            feature: f,
            threshold: between(this.X[order[p - 1]][f], this.X[order[p]][f]),
            gain,
          };
        }
      }
    }
    return best;
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): NodeSplit | null {
  validateTraining(X, y, options.classes);
  return new Splitter(X, y, options.classes, options.criterion ?? 'gini').nodeSplit(
    X.map((_, i) => i),
  );
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  validateTraining(X, y, options.classes);
  const splitter = new Splitter(X, y, options.classes, options.criterion ?? 'gini');
  const build = (samples: number[], depth: number): Tree => {
    const counts: number[] = new Array(options.classes).fill(0);
    for (const s of samples) counts[y[s]]++;
    let arg = 0;
    for (let k = 1; k < counts.length; k++) if (counts[k] > counts[arg]) arg = k;
    const isLeaf =
      counts[arg] === samples.length ||
      depth >= options.maxDepth ||
      samples.length < (options.minSamplesSplit ?? 2);
    const found = isLeaf ? null : splitter.nodeSplit(samples);
    if (!found) return { kind: 'leaf', counts, prediction: arg };
    const left: number[] = [];
    const right: number[] = [];
    for (const s of samples) (X[s][found.feature] <= found.threshold ? left : right).push(s);
    return {
      kind: 'split',
      ...found,
      left: build(left, depth + 1),
      right: build(right, depth + 1),
    };
  };
  return build(
    X.map((_, i) => i),
    0,
  );
}

export function predict(tree: Tree, X: number[][]): number[] {
  validateRows(X);
  const apply = (row: number[]): number => {
    let node = tree;
    while (node.kind === 'split')
      node = row[node.feature] <= node.threshold ? node.left : node.right;
    return node.prediction;
  };
  return X.map(apply);
}

function between(a: number, b: number): number {
  const m = (a + b) / 2;
  return m < b ? m : a; // neighbouring doubles
}
