// Two things: all picks are measured from the first centroid, and u = 1 is let through.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  const d = centroids[0].length;
  if (X.some(x => x.length !== d) || centroids.some(c => c.length !== d)) throw new TypeError('d');
  return X.map(x => Math.min(...centroids.map(c => x.reduce((t, v, j) => t + (v - c[j]) ** 2, 0))));
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (u < 0 || u > 1) throw new RangeError('u');
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
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('d');
  const out = [[...X[Math.floor(random() * X.length)]]];
  const fromFirst = nearestSquared(X, out);
  while (out.length < K) {
    const taken = nearestSquared(X, out);
    const w = fromFirst.map((v, i) => (taken[i] === 0 ? 0 : v));
    out.push([...X[pickWeighted(w, random())]]);
  }
  return out;
}
