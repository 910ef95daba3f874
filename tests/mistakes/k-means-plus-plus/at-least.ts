// Stops at the first cumulative weight that is at least u · total, so u = 0 may pick a weight of 0.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  const d = centroids[0].length;
  const bad = (row: number[]) => row.length !== d;
  if (X.some(bad) || centroids.some(bad)) throw new TypeError('rows');
  return X.map(x => {
    const all = centroids.map(c => x.reduce((t, v, j) => t + (v - c[j]) ** 2, 0));
    return Math.min(...all);
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights');
  if (weights.some(w => w < 0) || u < 0 || u >= 1) throw new RangeError('weights or u');
  const total = weights.reduce((t, w) => t + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let cumulative = 0;
  for (let i = 0; i < weights.length; i++) {
    cumulative += weights[i];
    if (u * total <= cumulative) return i;
  }
  return weights.length - 1;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (!(K >= 1) || K > X.length) throw new RangeError('K');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('rows');
  let result: number[][] = [[...X[Math.floor(random() * X.length)]]];
  while (result.length < K) {
    const index = pickWeighted(nearestSquared(X, result), random());
    result = result.concat([[...X[index]]]);
  }
  return result;
}
