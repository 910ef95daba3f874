export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

/**
 * The question `row[feature] <= threshold` that gains the most among some features, or null where
 * there is none to ask.
 * @param X [n][d]
 * @param y [n] whole numbers 0 … classes − 1
 * @param options features: the columns of X that may be asked about
 */
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  throw new Error('TODO: bestSplit');
}

/**
 * One tree for each sample of the rows.
 * @param X [n][d]
 * @param y [n] whole numbers 0 … classes − 1
 * @param options bootstrap: for each tree the rows that it grows from, repeats included;
 * pickFeatures: the features that a node of a tree may ask about (root 1, children 2i and 2i + 1)
 */
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
  throw new Error('TODO: fitForest');
}

/**
 * The class that most trees vote for.
 * @param X [n][d]
 * @returns [n] classes
 */
export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  throw new Error('TODO: predictForest');
}

/**
 * How often the trees are right about rows that they have not seen.
 * @param X [n][d]
 * @param y [n] whole numbers 0 … classes − 1
 * @param bootstrap the rows that each tree has seen
 * @returns the share of the covered rows that are voted right, and how many are covered
 */
export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  throw new Error('TODO: oobAccuracy');
}
