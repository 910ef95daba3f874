// Throws where X has fewer different points than K.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  const d = centroids[0].length;
  if ([...X, ...centroids].some(p => p.length !== d)) throw new TypeError('points');
  return X.map(p => {
    let least = Number.MAX_VALUE;
    for (const c of centroids) {
      let total = 0;
      for (let j = 0; j < d; j++) total += (p[j] - c[j]) ** 2;
      least = Math.min(least, total);
    }
    return least;
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  const total = weights.reduce((a, b) => a + b, 0);
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
  if (X.some(p => p.length !== X[0].length)) throw new TypeError('points');
  if (new Set(X.map(String)).size < K) throw new RangeError('not enough different points');
  const out = [[...X[Math.floor(random() * X.length)]]];
  while (out.length < K) out.push([...X[pickWeighted(nearestSquared(X, out), random())]]);
  return out;
}
