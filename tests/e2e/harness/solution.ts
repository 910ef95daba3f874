/** The mean of every column. */
export function means(X: number[][]): number[] {
  if (X.length === 0) throw new RangeError('means: no rows');
  return X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / X.length); // [d]
}

/** The rows with the mean of every column taken away. */
export function centre(X: number[][]): number[][] {
  const middle = means(X); // [d]
  return X.map(row => row.map((x, j) => x - middle[j])); // [n][d]
}

/** The largest number in absolute value. */
export function reach(X: number[][]): number {
  return X.flat().reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}
