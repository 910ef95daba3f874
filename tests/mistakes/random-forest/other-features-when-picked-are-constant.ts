// Wrong: where every picked feature is constant, the node falls back on all features instead of becoming a leaf.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const total = (v: number[]): number => v.reduce((a, b) => a + b, 0);

function shareSquares(counts: number[]): number {
  return total(counts.map(c => c ** 2)) / total(counts) ** 2;
}

const tallyOf = (labels: number[], K: number): number[] => {
  const out: number[] = [];
  for (let k = 0; k < K; k++) out[k] = 0;
  for (const l of labels) out[l] += 1;
  return out;
};

const first = (tally: number[]): number => {
  let k = 0;
  for (let c = 1; c < tally.length; c++) k = tally[c] > tally[k] ? c : k;
  return k;
};

function complain(problem: string | undefined): void {
  if (problem) throw new Error(problem);
}

function problemOf(X: number[][], y: number[], K: number): string | undefined {
  if (X.length === 0) return 'no rows';
  if (X.some(r => r.length !== X[0].length)) return 'ragged';
  if (X.length !== y.length) return 'labels';
  if (y.some(l => l < 0 || l >= K || !Number.isInteger(l))) return 'label';
  return undefined;
}

function optimum(X: number[][], y: number[], K: number, features: number[]) {
  let winner: { feature: number; threshold: number; gain: number } | null = null;
  const base = shareSquares(tallyOf(y, K));
  for (const f of [...features].sort((a, b) => a - b)) {
    const column = X.map(r => r[f]);
    const levels = [...new Set(column)].sort((a, b) => a - b);
    levels.slice(1).forEach((upper, k) => {
      const threshold = (levels[k] + upper) / 2;
      const l = tallyOf(
        y.filter((_, i) => column[i] <= threshold),
        K,
      );
      const r = tallyOf(
        y.filter((_, i) => column[i] > threshold),
        K,
      );
      const gain = (total(l) * shareSquares(l) + total(r) * shareSquares(r)) / y.length - base;
      if (!winner || gain > winner.gain + 1e-12) winner = { feature: f, threshold, gain };
    });
  }
  return winner as { feature: number; threshold: number; gain: number } | null;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  complain(problemOf(X, y, options.classes));
  complain(options.features.length === 0 ? 'no features' : undefined);
  options.features.forEach(f => complain(X[0][f] === undefined ? 'no such feature' : undefined));
  return optimum(X, y, options.classes, options.features);
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
  complain(problemOf(X, y, options.classes));
  complain(options.bootstrap.length === 0 ? 'no samples' : undefined);
  for (const list of options.bootstrap) {
    complain(list.length === 0 || list.some(i => !X[i]) ? 'bad sample' : undefined);
  }
  const everything = X[0].map((_, f) => f);
  const grow = (
    rows: number[][],
    labels: number[],
    t: number,
    node: number,
    left: number,
  ): Tree => {
    const counts = tallyOf(labels, options.classes);
    const prediction = first(counts);
    if (left === 0 || counts[prediction] === labels.length)
      return { kind: 'leaf', counts, prediction };
    const s =
      optimum(rows, labels, options.classes, options.pickFeatures(t, node)) ??
      optimum(rows, labels, options.classes, everything);
    if (s === null) return { kind: 'leaf', counts, prediction };
    const child = (side: boolean, id: number): Tree => {
      const keep = rows.map(r => r[s.feature] <= s.threshold === side);
      return grow(
        rows.filter((_, i) => keep[i]),
        labels.filter((_, i) => keep[i]),
        t,
        id,
        left - 1,
      );
    };
    return { kind: 'split', ...s, left: child(true, 2 * node), right: child(false, 2 * node + 1) };
  };
  return options.bootstrap.map((list, t) =>
    grow(
      list.map(i => X[i]),
      list.map(i => y[i]),
      t,
      1,
      options.maxDepth,
    ),
  );
}

function ends(tree: Tree, row: number[]): number {
  switch (tree.kind) {
    case 'leaf':
      return tree.prediction;
    case 'split':
      return ends(row[tree.feature] <= tree.threshold ? tree.left : tree.right, row);
  }
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  complain(trees.length === 0 ? 'no trees' : undefined);
  complain(X.some(r => r.length !== X[0].length) ? 'ragged' : undefined);
  return X.map(row =>
    first(
      tallyOf(
        trees.map(t => ends(t, row)),
        classes,
      ),
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
  complain(trees.length === 0 ? 'no trees' : undefined);
  complain(X.some(r => r.length !== X[0].length) ? 'ragged' : undefined);
  complain(X.length !== y.length ? 'labels' : undefined);
  complain(bootstrap.length !== trees.length ? 'bootstrap' : undefined);
  const judged = X.map((row, i) => {
    const votes = trees.filter((_, t) => !bootstrap[t].includes(i)).map(t => ends(t, row));
    return {
      any: votes.length > 0,
      right: votes.length > 0 && first(tallyOf(votes, classes)) === y[i],
    };
  });
  const covered = total(judged.map(j => Number(j.any)));
  return { accuracy: covered ? total(judged.map(j => Number(j.right))) / covered : 0, covered };
}
