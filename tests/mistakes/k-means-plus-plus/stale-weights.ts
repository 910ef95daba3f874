// The distances to the first centroid serve for all picks; a row once taken loses its weight.
const gap = (a: number[], b: number[]) => {
  if (a.length !== b.length) throw new TypeError('gap');
  return a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
};

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  for (const c of centroids) gap(c, centroids[0]);
  return X.map(x => Math.min(...centroids.map(c => gap(x, c))));
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights');
  for (const w of weights) if (w < 0) throw new RangeError('w');
  if (u < 0 || u >= 1) throw new RangeError('u');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let s = 0;
  for (let i = 0; i < weights.length; i++) {
    s += weights[i];
    if (s > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  for (const x of X) gap(x, X[0]);
  const first = X[Math.floor(random() * X.length)];
  const centroids = [[...first]];
  const weights = X.map(x => gap(x, first));
  while (centroids.length < K) {
    const next = X[pickWeighted(weights, random())];
    centroids.push([...next]);
    X.forEach((x, i) => {
      if (gap(x, next) === 0) weights[i] = 0;
    });
  }
  return centroids;
}
