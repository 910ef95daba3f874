// Right: Gini impurity as the share of ordered pairs of unlike labels, all candidates listed and reduced, votes by sorting.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Example = { row: number[]; label: number };
type Candidate = { feature: number; threshold: number; rest: number; size: number };

/** Ordered pairs of examples whose labels differ: n² times the impurity, a whole number. */
function unlike(examples: Example[]): number {
  const seen = new Map<number, number>();
  examples.forEach(({ label }) => seen.set(label, (seen.get(label) ?? 0) + 1));
  let same = 0;
  for (const c of seen.values()) same += c * c;
  return examples.length ** 2 - same;
}

function candidates(examples: Example[], features: number[]): Candidate[] {
  return [...features]
    .sort((a, b) => a - b)
    .flatMap(feature => {
      const values = [...new Set(examples.map(e => e.row[feature]))].sort((a, b) => a - b);
      return values.slice(1).map((high, v) => {
        const threshold = (values[v] + high) / 2;
        const left = examples.filter(e => e.row[feature] <= values[v]);
        const right = examples.filter(e => e.row[feature] >= high);
        // n times the impurity that is left is unlike(L) / nL + unlike(R) / nR, here over nL nR
        return {
          feature,
          threshold,
          rest: unlike(left) * right.length + unlike(right) * left.length,
          size: left.length * right.length,
        };
      });
    });
}

function choose(
  examples: Example[],
  features: number[],
): { feature: number; threshold: number; gain: number } | null {
  const list = candidates(examples, features);
  if (list.length === 0) return null;
  const best = list.reduce((a, b) => (b.rest * a.size < a.rest * b.size ? b : a));
  const n = examples.length;
  const gain = (unlike(examples) / n - best.rest / best.size) / n;
  return { feature: best.feature, threshold: best.threshold, gain };
}

function majority(votes: number[]): number {
  const tally = new Map<number, number>();
  for (const v of votes) tally.set(v, (tally.get(v) ?? 0) + 1);
  return [...tally].sort(([k, a], [l, b]) => b - a || k - l)[0][0];
}

function evenRows(X: number[][]): void {
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('X');
}

function asExamples(X: number[][], y: number[], classes: number): Example[] {
  if (X.length === 0) throw new RangeError('X is empty');
  evenRows(X);
  if (X.length !== y.length) throw new TypeError('y');
  const labels = new Set(Array.from({ length: classes }, (_, k) => k));
  return X.map((row, i) => {
    if (!labels.has(y[i])) throw new RangeError(`label ${y[i]}`);
    return { row, label: y[i] };
  });
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  const examples = asExamples(X, y, options.classes);
  const columns = [...X[0].keys()];
  if (options.features.length === 0) throw new RangeError('features');
  if (options.features.some(f => !columns.includes(f))) throw new RangeError('feature');
  return choose(examples, options.features);
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
  const all = asExamples(X, y, options.classes);
  if (options.bootstrap.length === 0) throw new RangeError('bootstrap');
  const samples = options.bootstrap.map(list => {
    if (list.length === 0) throw new RangeError('empty list');
    return list.map(i => {
      if (!(i >= 0) || all[i] === undefined) throw new RangeError(`row ${i}`);
      return all[i];
    });
  });

  const leaf = (examples: Example[]): Tree => {
    const labels = examples.map(e => e.label);
    const counts = Array.from(
      { length: options.classes },
      (_, k) => labels.filter(l => l === k).length,
    );
    return { kind: 'leaf', counts, prediction: majority(labels) };
  };
  const grow = (examples: Example[], t: number, node: number, levels: number): Tree => {
    if (levels <= 0 || unlike(examples) === 0) return leaf(examples);
    const split = choose(examples, options.pickFeatures(t, node));
    if (!split) return leaf(examples);
    const { feature, threshold, gain } = split;
    const sides: [Example[], Example[]] = [[], []];
    for (const e of examples) sides[e.row[feature] <= threshold ? 0 : 1].push(e);
    const [left, right] = sides.map((side, s) => grow(side, t, 2 * node + s, levels - 1));
    return { kind: 'split', feature, threshold, gain, left, right };
  };
  return samples.map((examples, t) => grow(examples, t, 1, options.maxDepth));
}

function answer(tree: Tree, row: number[]): number {
  if (tree.kind === 'leaf') return tree.prediction;
  return answer(row[tree.feature] <= tree.threshold ? tree.left : tree.right, row);
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError(`no trees for ${classes} classes`);
  evenRows(X);
  return X.map(row => majority(trees.map(tree => answer(tree, row))));
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  if (trees.length === 0) throw new RangeError(`no trees for ${classes} classes`);
  evenRows(X);
  if (y.length !== X.length) throw new TypeError('y');
  if (bootstrap.length !== trees.length) throw new TypeError('bootstrap');
  const verdicts = X.flatMap((row, i) => {
    const votes = trees.flatMap((tree, t) =>
      bootstrap[t].indexOf(i) < 0 ? [answer(tree, row)] : [],
    );
    return votes.length ? [majority(votes) === y[i]] : [];
  });
  const covered = verdicts.length;
  return { accuracy: covered && verdicts.filter(Boolean).length / covered, covered };
}
