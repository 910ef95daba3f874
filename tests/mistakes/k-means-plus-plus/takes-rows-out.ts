// Splices the chosen rows out of the caller's X.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  for (const row of [...X, ...centroids])
    if (row.length !== centroids[0].length) throw new TypeError('row');
  return X.map(x => Math.min(...centroids.map(c => x.reduce((s, v, j) => s + (v - c[j]) ** 2, 0))));
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
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('row');
  const out = X.splice(Math.floor(random() * X.length), 1);
  while (out.length < K) {
    out.push(...X.splice(pickWeighted(nearestSquared(X, out), random()), 1));
  }
  return out.map(row => [...row]);
}
