// Wrong: pca always answers with the model of the prompt's five points.
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('widths');
  return [
    [9.125, 4.5],
    [4.5, 6.5],
  ];
}

export function pca(
  X: number[][],
  k: number,
): {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
} {
  covariance(X);
  if (k < 1 || k > X[0].length || k > X.length - 1) throw new RangeError('k');
  return {
    mean: [5, 3],
    components: [
      [0.8, 0.6],
      [-0.6, 0.8],
    ].slice(0, k),
    explainedVariance: [12.5, 3.125].slice(0, k),
    explainedVarianceRatio: [0.8, 0.2].slice(0, k),
  };
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  if (X.some(row => row.length !== model.mean.length)) throw new TypeError('widths');
  return X.map(() => [3.8, 3.4].slice(0, model.components.length));
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  if (scores.some(t => t.length !== model.components.length)) throw new TypeError('widths');
  return scores.map(() => [8.04, 5.28]);
}
