/**
 * The covariance of every pair of features, with n − 1.
 * @param X examples [n][d], two at least
 * @returns [d][d]
 */
export function covariance(X: number[][]): number[][] {
  throw new Error('TODO: covariance');
}

/**
 * The k directions of greatest variance, the greatest first.
 * @param X examples [n][d]
 * @param k a whole number from 1 to the smaller of n − 1 and d
 * @returns mean [d], components [k][d], and for each component its variance and share of all variance [k]
 */
export function pca(
  X: number[][],
  k: number,
): {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
} {
  throw new Error('TODO: pca');
}

/**
 * Where rows lie along the components, seen from the mean.
 * @param X [m][d]
 * @param model mean [d] and components [k][d]
 * @returns scores [m][k]
 */
export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  throw new Error('TODO: transform');
}

/**
 * The rows that have these scores and nothing beside the components.
 * @param scores [m][k]
 * @param model mean [d] and components [k][d]
 * @returns [m][d]
 */
export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  throw new Error('TODO: inverseTransform');
}
