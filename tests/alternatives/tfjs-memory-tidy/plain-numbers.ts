/** No tensor is made at all, so none can stay. */
export function standardise(X: number[][]): number[][] {
  const n = X.length;
  if (n === 0) throw new RangeError('standardise: no rows');
  const d = X[0].length;
  for (const { length } of X) if (length !== d) throw new TypeError('standardise: ragged rows');
  const Z = X.map(row => [...row]);
  for (let j = 0; j < d; j++) {
    let mean = 0;
    for (const row of X) mean += row[j] / n;
    let squares = 0;
    for (const row of X) squares += (row[j] - mean) ** 2;
    const constant = X.every(row => row[j] === X[0][j]);
    const sigma = constant ? 1 : Math.sqrt(squares / n);
    for (const row of Z) row[j] = constant ? 0 : (row[j] - mean) / sigma;
  }
  return Z;
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const Z = standardise(X);
  if (weights.length !== X[0].length) throw new TypeError('predict: weights and columns differ');
  return Z.map(row => {
    const score = row.reduce((sum, z, j) => sum + z * weights[j], bias);
    return score >= 0 ? 1 / (1 + Math.exp(-score)) : Math.exp(score) / (1 + Math.exp(score));
  });
}
