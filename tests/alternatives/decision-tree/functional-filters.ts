// Written by a functional programmer: every candidate question is listed, scored by filtering, and the winner folded out.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

type Question = { feature: number; threshold: number; gain: number };
type Example = readonly [row: readonly number[], label: number];

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
const range = (n: number): number[] => [...Array(n).keys()];

const measures: Record<Criterion, (ps: number[]) => number> = {
  gini: ps => 1 - sum(ps.map(p => p ** 2)),
  entropy: ps => -sum(ps.filter(p => p !== 0).map(p => p * Math.log2(p))),
};

export const impurity = (counts: number[], criterion: Criterion): number => {
  const n = sum(counts);
  return n === 0 ? 0 : measures[criterion](counts.map(c => c / n));
};

const tally = (es: readonly Example[], classes: number): number[] =>
  range(classes).map(k => es.filter(([, label]) => label === k).length);

const refuse = (error: Error): never => {
  throw error;
};

const examplesOf = (X: number[][], y: number[], classes: number): Example[] =>
  X.length !== y.length
    ? refuse(new TypeError('y and X differ in length'))
    : X.length === 0
      ? refuse(new RangeError('no rows'))
      : X.some(r => r.length !== X[0].length)
        ? refuse(new TypeError('ragged rows'))
        : y.every(l => range(classes).includes(l))
          ? X.map((row, i) => [row, y[i]] as const)
          : refuse(new RangeError('label out of range'));

const part = (
  es: readonly Example[],
  feature: number,
  threshold: number,
): [Example[], Example[]] => [
  es.filter(([row]) => row[feature] <= threshold),
  es.filter(([row]) => !(row[feature] <= threshold)),
];

const thresholdsOf = (es: readonly Example[], feature: number): number[] => {
  const values = [...new Set(es.map(([row]) => row[feature]))].sort((a, b) => a - b);
  return values.slice(1).map((v, i) => (values[i] + v) / 2);
};

const ask = (es: readonly Example[], classes: number, criterion: Criterion): Question | null => {
  const before = impurity(tally(es, classes), criterion);
  return range(es[0][0].length)
    .flatMap(feature => thresholdsOf(es, feature).map(threshold => ({ feature, threshold })))
    .map(({ feature, threshold }) => ({
      feature,
      threshold,
      gain:
        before -
        sum(
          part(es, feature, threshold).map(
            side => (side.length / es.length) * impurity(tally(side, classes), criterion),
          ),
        ),
    }))
    .reduce<Question | null>((best, q) => (best === null || q.gain > best.gain ? q : best), null);
};

export const bestSplit = (
  X: number[][],
  y: number[],
  { classes, criterion = 'gini' }: { classes: number; criterion?: Criterion },
): Question | null => ask(examplesOf(X, y, classes), classes, criterion);

export const buildTree = (
  X: number[][],
  y: number[],
  {
    classes,
    maxDepth,
    minSamplesSplit = 2,
    criterion = 'gini',
  }: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree => {
  const grow = (es: readonly Example[], depth: number): Tree => {
    const counts = tally(es, classes);
    const done =
      counts.filter(c => c > 0).length === 1 || depth === maxDepth || es.length < minSamplesSplit;
    const question = done ? null : ask(es, classes, criterion);
    if (question === null)
      return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    const [left, right] = part(es, question.feature, question.threshold).map(side =>
      grow(side, depth + 1),
    );
    return { kind: 'split', ...question, left, right };
  };
  return grow(examplesOf(X, y, classes), 0);
};

const answer = (tree: Tree, row: readonly number[]): number =>
  tree.kind === 'leaf'
    ? tree.prediction
    : answer(row[tree.feature] <= tree.threshold ? tree.left : tree.right, row);

export const predict = (tree: Tree, X: number[][]): number[] =>
  new Set(X.map(r => r.length)).size > 1
    ? refuse(new TypeError('ragged rows'))
    : X.map(row => answer(tree, row));
