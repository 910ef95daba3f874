/**
 * The sum of the products of two vectors, entry by entry.
 * @param a [n]
 * @param b [n]
 */
export function dot(a: number[], b: number[]): number {
  throw new Error('TODO: dot');
}

/**
 * The Euclidean length of a vector.
 * @param a [n]
 */
export function norm(a: number[]): number {
  throw new Error('TODO: norm');
}

/**
 * The cosine of the angle between two vectors; 0 where one of them is all zeros.
 * @param a [n]
 * @param b [n]
 */
export function cosine(a: number[], b: number[]): number {
  throw new Error('TODO: cosine');
}

/**
 * Rows turned into columns.
 * @param A [n][m]
 * @returns [m][n]
 */
export function transpose(A: number[][]): number[][] {
  throw new Error('TODO: transpose');
}

/**
 * A matrix times a vector.
 * @param A [n][m]
 * @param x [m]
 * @returns [n]
 */
export function matVec(A: number[][], x: number[]): number[] {
  throw new Error('TODO: matVec');
}

/**
 * A matrix times a matrix.
 * @param A [n][m]
 * @param B [m][p]
 * @returns [n][p]
 */
export function matmul(A: number[][], B: number[][]): number[][] {
  throw new Error('TODO: matmul');
}
