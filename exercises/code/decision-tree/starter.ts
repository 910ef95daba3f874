export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

/**
 * How mixed a node is: 0 where all its examples are of one class.
 * @param counts [classes] examples of each class
 */
export function impurity(counts: number[], criterion: Criterion): number {
  throw new Error('TODO: impurity');
}

/**
 * The question `x[feature] <= threshold` that gains the most, or null where there is none to ask.
 * @param X [n][d]
 * @param y [n] whole numbers 0 … classes − 1
 */
export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  throw new Error('TODO: bestSplit');
}

/**
 * A tree grown from the root by taking the best split of every node.
 * @param X [n][d]
 * @param y [n] whole numbers 0 … classes − 1
 */
export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  throw new Error('TODO: buildTree');
}

/**
 * The prediction of the leaf that each row ends in.
 * @param X [n][d]
 * @returns [n] classes
 */
export function predict(tree: Tree, X: number[][]): number[] {
  throw new Error('TODO: predict');
}
