/**
 * How well each key fits each query.
 * @param queries [n][d]
 * @param keys [m][d], one at least
 * @returns dot products divided by √d, [n][m]
 */
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  throw new Error('TODO: attentionScores');
}

/**
 * Which keys each query may look at when it may not look ahead.
 * @param n how many queries
 * @param m how many keys
 * @returns true where key j is open to query i, [n][m]
 */
export function causalMask(n: number, m: number): boolean[][] {
  throw new Error('TODO: causalMask');
}

/**
 * The softmax of each row over the keys that are open.
 * @param scores [n][m]
 * @param mask true where a key is open, [n][m]; all are open without it
 * @returns weights [n][m]; those of a row add up to 1, or are all 0 where no key is open
 */
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  throw new Error('TODO: maskedSoftmax');
}

/**
 * Scaled dot-product attention.
 * @param queries [n][d]
 * @param keys [m][d], one at least
 * @param values [m][c]
 * @param options mask [n][m], true where a key is open; causal, false unless given
 * @returns output [n][c] and weights [n][m]
 */
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  throw new Error('TODO: attention');
}
