// Two things: keeps a set of indices and filters X by it, and pads with the first row where too few differ.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  const width = centroids[0].length;
  if (X.some(x => x.length !== width) || centroids.some(c => c.length !== width))
    throw new TypeError('width');
  return X.map(x =>
    centroids
      .map(c => x.reduce((s, v, j) => s + (v - c[j]) ** 2, 0))
      .reduce((a, b) => Math.min(a, b)),
  );
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || u < 0 || u >= 1) throw new RangeError('arguments');
  if (weights.some(w => w < 0)) throw new RangeError('weights');
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
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('width');
  const chosen = new Set([Math.floor(random() * X.length)]);
  const rows = () => X.filter((_, i) => chosen.has(i)).map(x => [...x]);
  for (let k = 1; k < K; k++) chosen.add(pickWeighted(nearestSquared(X, rows()), random()));
  const found = rows();
  while (found.length < K) found.push([...X[0]]);
  return found;
}
