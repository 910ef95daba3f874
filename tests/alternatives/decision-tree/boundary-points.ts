// Skips thresholds between two neighbouring values whose examples are all of one same class, which can never be the best in a mixed node (Fayyad and Irani).
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Rule = { feature: number; threshold: number; gain: number };
type Bag = { value: number; hist: number[]; only: number };

const MIXED = -1;

const bagsOf = (X: number[][], y: number[], f: number, K: number): Bag[] => {
  const bags: Bag[] = [];
  const order = y.map((_, i) => i).sort((i, j) => X[i][f] - X[j][f]);
  for (const i of order) {
    let bag = bags[bags.length - 1];
    if (bag === undefined || bag.value !== X[i][f]) {
      bag = { value: X[i][f], hist: new Array(K).fill(0), only: y[i] };
      bags.push(bag);
    }
    bag.hist[y[i]]++;
    if (bag.only !== y[i]) bag.only = MIXED;
  }
  return bags;
};

const terms = {
  gini: (p: number) => p - p * p,
  entropy: (p: number) => (p === 0 ? 0 : p * Math.log2(1 / p)),
};

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0;
  for (const c of counts) n += c;
  let total = 0;
  if (n > 0) for (const c of counts) total += terms[criterion](c / n);
  return total;
}

function assertTable(X: number[][]): void {
  for (let i = 1; i < X.length; i++) {
    if (X[i].length !== X[0].length)
      throw new TypeError(`row ${i} has ${X[i].length} entries, row 0 has ${X[0].length}`);
  }
}

function assertExamples(X: number[][], y: number[], K: number): void {
  assertTable(X);
  if (X.length === 0) throw new RangeError('there are no examples');
  if (y.length !== X.length) throw new TypeError(`${y.length} labels for ${X.length} rows`);
  const bad = y.find(k => !Number.isInteger(k) || k < 0 || k >= K);
  if (bad !== undefined) throw new RangeError(`${bad} is no class`);
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Rule | null {
  const K = options.classes;
  const criterion: Criterion = options.criterion ?? 'gini';
  assertExamples(X, y, K);
  const n = y.length;
  const everyone = new Array<number>(K).fill(0);
  for (const k of y) everyone[k]++;
  const pureNode = everyone.includes(n);
  const I = impurity(everyone, criterion);
  let best: Rule | null = null;
  for (let f = 0; f < X[0].length; f++) {
    const bags = bagsOf(X, y, f, K);
    const l = new Array<number>(K).fill(0);
    let nl = 0;
    for (let b = 0; b < bags.length - 1; b++) {
      bags[b].hist.forEach((c, k) => {
        l[k] += c;
        nl += c;
      });
      const same = bags[b].only !== MIXED && bags[b].only === bags[b + 1].only;
      if (same && !pureNode) continue;
      const r = everyone.map((c, k) => c - l[k]);
      const gain = I - (nl / n) * impurity(l, criterion) - ((n - nl) / n) * impurity(r, criterion);
      if (best !== null && !(gain > best.gain)) continue;
      const threshold = (bags[b].value + bags[b + 1].value) / 2;
      best = {
        feature: f,
        threshold: threshold < bags[b + 1].value ? threshold : bags[b].value,
        gain,
      };
    }
  }
  return best;
}

export function buildTree(
  X: number[][],
  y: number[],
  {
    classes,
    maxDepth,
    minSamplesSplit = 2,
    criterion,
  }: {
    classes: number;
    maxDepth: number;
    minSamplesSplit?: number;
    criterion?: Criterion;
  },
): Tree {
  assertExamples(X, y, classes);
  const counts = new Array<number>(classes).fill(0);
  for (const k of y) counts[k]++;
  if (maxDepth > 0 && y.length >= minSamplesSplit && !counts.includes(y.length)) {
    const rule = bestSplit(X, y, { classes, criterion });
    if (rule) {
      const sides: { X: number[][]; y: number[] }[] = [
        { X: [], y: [] },
        { X: [], y: [] },
      ];
      for (let i = 0; i < y.length; i++) {
        const side = sides[Number(X[i][rule.feature] > rule.threshold)];
        side.X.push(X[i]);
        side.y.push(y[i]);
      }
      const [left, right] = sides.map(s =>
        buildTree(s.X, s.y, { classes, maxDepth: maxDepth - 1, minSamplesSplit, criterion }),
      );
      return { kind: 'split', ...rule, left, right };
    }
  }
  let prediction = 0;
  for (let k = 1; k < classes; k++) if (counts[k] > counts[prediction]) prediction = k;
  return { kind: 'leaf', counts, prediction };
}

export function predict(tree: Tree, X: number[][]): number[] {
  assertTable(X);
  const ask = (row: number[], t: Tree): number => {
    if (t.kind === 'leaf') return t.prediction;
    return row[t.feature] <= t.threshold ? ask(row, t.left) : ask(row, t.right);
  };
  return X.map(row => ask(row, tree));
}
