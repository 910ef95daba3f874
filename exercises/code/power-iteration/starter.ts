/**
 * The unit vector on the line through v whose largest entry, in magnitude, is positive.
 * @param v [d], not all zeros
 * @returns [d]
 */
export function direction(v: number[]): number[] {
  throw new Error('TODO: direction');
}

/**
 * The Rayleigh quotient v·Av / v·v.
 * @param A a symmetric matrix [d][d]
 * @param v [d], of any length but 0
 */
export function rayleigh(A: number[][], v: number[]): number {
  throw new Error('TODO: rayleigh');
}

/**
 * How far a vector is from being an eigenvector: |Av − ρv| / |v|.
 * @param A a symmetric matrix [d][d]
 * @param v [d], of any length but 0
 * @returns a number ≥ 0
 */
export function residual(A: number[][], v: number[]): number {
  throw new Error('TODO: residual');
}

/**
 * The dominant eigenpair by repeated multiplication.
 * @param A a symmetric matrix [d][d]
 * @param initial the vector to start from [d]
 * @returns the eigenvalue, its unit vector [d], and the number of multiplications that moved it
 */
export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  throw new Error('TODO: powerIteration');
}
