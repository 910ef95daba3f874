// Grows level by level with a list of work instead of recursion; nodes sit in a heap-shaped map first.
type Leaf = { kind: 'leaf'; counts: number[]; prediction: number };
type Question = { feature: number; threshold: number; gain: number };
export type Tree = Leaf | ({ kind: 'split'; left: Tree; right: Tree } & Question);

const tally = (labels: Iterable<number>, classes: number): number[] => {
  const t = Array<number>(classes).fill(0);
  for (const label of labels) t[label] += 1;
  return t;
};
const lowestTop = (t: number[]): number => t.findIndex(c => t.every(other => other <= c));

const ensure = {
  table(X: number[][]) {
    const widths = new Set(X.map(row => row.length));
    if (widths.size > 1) throw new TypeError(`rows of ${[...widths].join(' and ')} numbers`);
  },
  labels(X: number[][], y: number[], classes: number) {
    if (X.length !== y.length) throw new TypeError(`${X.length} rows but ${y.length} labels`);
    const alien = y.find(label => ![...Array(classes).keys()].includes(label));
    if (alien !== undefined) throw new RangeError(`label ${alien}`);
  },
  below(list: number[], end: number, what: string) {
    if (!list.length) throw new RangeError(`no ${what}`);
    const stray = list.find(i => !Number.isInteger(i) || i < 0 || i >= end);
    if (stray !== undefined) throw new RangeError(`${what} ${stray}`);
  },
};

function pick(
  rows: number[],
  X: number[][],
  y: number[],
  classes: number,
  features: number[],
): Question | null {
  let champion: Question | null = null;
  const n = rows.length;
  const before = tally(
    rows.map(i => y[i]),
    classes,
  );
  // Σ (c/n)² of the parts, weighted, minus that of the whole, is the gain.
  const purity = (t: number[], m: number) => t.reduce((s, c) => s + (c / m) * (c / m), 0);
  for (const feature of features.slice().sort((a, b) => a - b)) {
    const sorted = rows.slice().sort((a, b) => X[a][feature] - X[b][feature]);
    const low = Array<number>(classes).fill(0);
    sorted.forEach((i, at) => {
      const here = X[i][feature];
      if (at > 0 && X[sorted[at - 1]][feature] !== here) {
        const high = before.map((c, k) => c - low[k]);
        const after = (at / n) * purity(low, at) + ((n - at) / n) * purity(high, n - at);
        const gain = after - purity(before, n);
        if (!champion || gain > champion.gain) {
          champion = { feature, threshold: (X[sorted[at - 1]][feature] + here) / 2, gain };
        }
      }
      low[y[i]] += 1;
    });
  }
  return champion;
}

export const bestSplit = (
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): Question | null => {
  if (X.length === 0) throw new RangeError('no rows');
  ensure.table(X);
  ensure.labels(X, y, options.classes);
  ensure.below(options.features, X[0].length, 'feature');
  return pick([...X.keys()], X, y, options.classes, options.features);
};

export const fitForest = (
  X: number[][],
  y: number[],
  options: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Tree[] => {
  if (X.length === 0) throw new RangeError('no rows');
  ensure.table(X);
  ensure.labels(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('no samples');
  options.bootstrap.forEach(list => {
    ensure.below(list, X.length, 'row');
  });
  return options.bootstrap.map((list, t) => {
    const questions = new Map<number, Question>();
    const leaves = new Map<number, Leaf>();
    const work: [id: number, depth: number, rows: number[]][] = [[1, 0, list]];
    for (const [id, depth, rows] of work) {
      const counts = tally(
        rows.map(i => y[i]),
        options.classes,
      );
      const mixed = counts.filter(c => c > 0).length > 1;
      const question =
        mixed && depth < options.maxDepth
          ? pick(rows, X, y, options.classes, options.pickFeatures(t, id))
          : null;
      if (question === null) {
        leaves.set(id, { kind: 'leaf', counts, prediction: lowestTop(counts) });
        continue;
      }
      questions.set(id, question);
      const yes = (i: number) => X[i][question.feature] <= question.threshold;
      work.push([2 * id, depth + 1, rows.filter(yes)]);
      work.push([2 * id + 1, depth + 1, rows.filter(i => !yes(i))]);
    }
    const assemble = (id: number): Tree => {
      const question = questions.get(id);
      if (!question) return leaves.get(id)!;
      return { kind: 'split', ...question, left: assemble(2 * id), right: assemble(2 * id + 1) };
    };
    return assemble(1);
  });
};

function answer(tree: Tree, row: number[]): number {
  switch (tree.kind) {
    case 'leaf':
      return tree.prediction;
    default:
      return answer(tree[row[tree.feature] <= tree.threshold ? 'left' : 'right'], row);
  }
}

export const predictForest = (trees: Tree[], X: number[][], classes: number): number[] => {
  if (trees.length === 0) throw new RangeError('no trees');
  ensure.table(X);
  return X.map(row =>
    lowestTop(
      tally(
        trees.map(tree => answer(tree, row)),
        classes,
      ),
    ),
  );
};

export const oobAccuracy = (
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } => {
  if (trees.length === 0) throw new RangeError('no trees');
  ensure.table(X);
  if (y.length !== X.length) throw new TypeError('labels');
  if (bootstrap.length !== trees.length) throw new TypeError('samples');
  const votes = X.map(() => Array<number>(classes).fill(0));
  const asked = X.map(() => false);
  trees.forEach((tree, t) => {
    const seen = new Set(bootstrap[t]);
    X.forEach((row, i) => {
      if (seen.has(i)) return;
      votes[i][answer(tree, row)] += 1;
      asked[i] = true;
    });
  });
  const covered = asked.filter(Boolean).length;
  const right = votes.filter((v, i) => asked[i] && lowestTop(v) === y[i]).length;
  return { accuracy: right / Math.max(1, covered), covered };
};
