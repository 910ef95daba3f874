// Small functions that make functions.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
type Best = { feature: number; threshold: number; gain: number };

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
const must = (fine: boolean, error: Error) => {
  if (!fine) throw error;
};
const counter =
  (classes: number) =>
  (labels: number[]): number[] =>
    range(classes).map(k => sum(labels.map(l => Number(l === k))));
const winner = (counts: number[]) =>
  range(counts.length).sort((a, b) => counts[b] - counts[a] || a - b)[0];
const squares = (counts: number[]) => sum(counts.map(c => c ** 2));

const rectangular = (X: number[][]) =>
  must(new Set(X.map(r => r.length)).size <= 1, new TypeError('X must be a rectangle'));
const labelled = (X: number[][], y: number[], classes: number) => {
  must(X.length > 0, new RangeError('X must have rows'));
  rectangular(X);
  must(X.length === y.length, new TypeError('X and y must be equally long'));
  must(
    y.every(l => range(classes).includes(l)),
    new RangeError('y must hold classes'),
  );
};
const among = (list: number[], n: number, name: string) =>
  must(list.length > 0 && list.every(i => range(n).includes(i)), new RangeError(name));

const searcher =
  (X: number[][], y: number[], classes: number) =>
  (rows: number[], features: number[]): Best | null => {
    const count = counter(classes);
    const n = rows.length;
    const whole = squares(count(rows.map(i => y[i]))) / n / n;
    // 1 − Σp² of the node minus that of its parts: the ones cancel.
    const gainAt = (feature: number, threshold: number) => {
      const side = (yes: boolean) =>
        count(rows.filter(i => X[i][feature] <= threshold === yes).map(i => y[i]));
      const [l, r] = [side(true), side(false)];
      return squares(l) / sum(l) / n + squares(r) / sum(r) / n - whole;
    };
    const asked = range(X[0].length)
      .filter(j => features.includes(j))
      .flatMap(feature => {
        const v = [...new Set(rows.map(i => X[i][feature]))].sort((a, b) => a - b);
        return range(v.length - 1).map(k => ({ feature, threshold: (v[k] + v[k + 1]) / 2 }));
      })
      .map(q => ({ ...q, gain: gainAt(q.feature, q.threshold) }));
    return asked.length ? asked.reduce((a, b) => (b.gain > a.gain ? b : a)) : null;
  };

export const bestSplit = (
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
): Best | null => {
  labelled(X, y, classes);
  among(features, X[0].length, 'features must be columns');
  return searcher(X, y, classes)(range(X.length), features);
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
  const { classes, maxDepth, bootstrap, pickFeatures } = options;
  labelled(X, y, classes);
  must(bootstrap.length > 0, new RangeError('bootstrap must have lists'));
  for (const list of bootstrap) among(list, X.length, 'bootstrap must list rows');
  const search = searcher(X, y, classes);
  const planter = (t: number) => {
    const plant = (rows: number[], path: boolean[]): Tree => {
      const counts = counter(classes)(rows.map(i => y[i]));
      const leaf: Tree = { kind: 'leaf', counts, prediction: winner(counts) };
      if (counts.includes(rows.length) || path.length >= maxDepth) return leaf;
      // The path read as binary digits after a leading 1 is the number of the node.
      const node = path.reduce((id, right) => 2 * id + Number(right), 1);
      const best = search(rows, pickFeatures(t, node));
      if (!best) return leaf;
      const goesRight = (i: number) => !(X[i][best.feature] <= best.threshold);
      return {
        kind: 'split',
        ...best,
        left: plant(
          rows.filter(i => !goesRight(i)),
          [...path, false],
        ),
        right: plant(rows.filter(goesRight), [...path, true]),
      };
    };
    return plant;
  };
  return bootstrap.map((list, t) => planter(t)(list, []));
};

const follow =
  (row: number[]) =>
  (tree: Tree): number =>
    tree.kind === 'leaf'
      ? tree.prediction
      : follow(row)(row[tree.feature] <= tree.threshold ? tree.left : tree.right);

export const predictForest = (trees: Tree[], X: number[][], classes: number): number[] => {
  must(trees.length > 0, new RangeError('a forest must have trees'));
  rectangular(X);
  return X.map(row => winner(counter(classes)(trees.map(follow(row)))));
};

export const oobAccuracy = (
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } => {
  must(trees.length > 0, new RangeError('a forest must have trees'));
  rectangular(X);
  must(X.length === y.length, new TypeError('X and y must be equally long'));
  must(trees.length === bootstrap.length, new TypeError('each tree must have its list'));
  const juries = range(X.length)
    .map(i => ({ i, jury: trees.filter((_, t) => bootstrap[t].every(j => j !== i)) }))
    .filter(({ jury }) => jury.length > 0);
  const hits = juries.filter(({ i, jury }) => predictForest(jury, [X[i]], classes)[0] === y[i]);
  return { accuracy: juries.length && hits.length / juries.length, covered: juries.length };
};
