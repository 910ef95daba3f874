// Two things: measures along the axes, and hands back the caller's rows.
const along = (a: number[], b: number[]) => a.reduce((s, v, j) => s + Math.abs(v - b[j]), 0);

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  if ([...X, ...centroids].some(r => r.length !== centroids[0].length)) throw new TypeError('rows');
  return X.map(x => Math.min(...centroids.map(c => along(x, c))) ** 2);
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let sum = 0;
  return weights.findIndex(w => {
    sum += w;
    return sum > u * total;
  });
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('rows');
  const picked: number[][] = [];
  picked.push(X[Math.floor(random() * X.length)]);
  while (picked.length < K) picked.push(X[pickWeighted(nearestSquared(X, picked), random())]);
  return picked;
}
