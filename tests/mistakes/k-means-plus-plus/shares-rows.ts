// Right throughout, but hands back the caller's own rows.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  const d = centroids[0].length;
  if ([X, centroids].flat().some(row => row.length !== d)) throw new TypeError('d');
  const square = (x: number[], c: number[]) => x.reduce((s, v, j) => s + (v - c[j]) ** 2, 0);
  return X.map(x => centroids.map(c => square(x, c)).sort((a, b) => a - b)[0]);
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || u < 0 || u >= 1) throw new RangeError('u');
  if (weights.some(w => w < 0)) throw new RangeError('w');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let seen = 0;
  let i = 0;
  for (; i < weights.length; i++) {
    seen += weights[i];
    if (seen > u * total) break;
  }
  return i < weights.length ? i : weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('d');
  const centroids = [X[Math.floor(random() * X.length)]];
  while (centroids.length < K)
    centroids.push(X[pickWeighted(nearestSquared(X, centroids), random())]);
  return centroids;
}
