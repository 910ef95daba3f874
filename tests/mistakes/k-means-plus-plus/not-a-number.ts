// Divides by the total without looking: where it is 0, the shares are NaN and nothing is found.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  const d = centroids[0].length;
  return X.map(x => {
    if (x.length !== d) throw new TypeError('X');
    return centroids.reduce((least, c) => {
      if (c.length !== d) throw new TypeError('centroids');
      const s = c.reduce((acc, v, j) => acc + (v - x[j]) ** 2, 0);
      return s < least ? s : least;
    }, Infinity);
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights');
  if (u < 0 || u >= 1 || weights.some(w => w < 0)) throw new RangeError('u, w');
  const total = weights.reduce((a, b) => a + b, 0);
  const p = weights.map(w => w / total);
  let cumulative = 0;
  for (let i = 0; i < p.length; i++) {
    cumulative += p[i];
    if (cumulative > u) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('X');
  const out = [[...X[Math.floor(random() * X.length)]]];
  while (out.length < K) {
    const i = pickWeighted(nearestSquared(X, out), random());
    out.push([...X[i]]);
  }
  return out;
}
