// Takes no notice of the stream that is passed in.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('no centroids');
  if (X.concat(centroids).some(r => r.length !== centroids[0].length)) throw new TypeError('d');
  return X.map(x =>
    centroids
      .map(c => c.reduce((s, v, j) => s + (x[j] - v) ** 2, 0))
      .reduce((a, b) => (a < b ? a : b)),
  );
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  for (let i = 0, sum = 0; i < weights.length; i++) {
    sum += weights[i];
    if (sum > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('d');
  const centroids: number[][] = [];
  while (centroids.length < K) {
    const weights = centroids.length ? nearestSquared(X, centroids) : X.map(() => 1);
    centroids.push(X[pickWeighted(weights, Math.random())].slice());
  }
  return centroids;
}
