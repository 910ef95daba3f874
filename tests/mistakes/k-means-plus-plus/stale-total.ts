// In kMeansPlusPlus the sum of the squared distances is taken once, after the first centroid, and not again when the distances shrink.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids is empty');
  const d = centroids[0].length;
  const bad = (row: number[]) => row.length !== d;
  if (centroids.some(bad) || X.some(bad)) throw new TypeError('row lengths differ');
  return X.map(x => Math.min(...centroids.map(c => x.reduce((s, v, j) => s + (v - c[j]) ** 2, 0))));
}

function lastPositive(w: number[]): number {
  for (let i = w.length - 1; i >= 0; i--) if (w[i] > 0) return i;
  return -1;
}

function scan(w: number[], bar: number): number {
  let c = 0;
  for (let i = 0; i < w.length; i++) {
    c += w[i];
    if (c > bar) return i;
  }
  return lastPositive(w);
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights is empty');
  if (u < 0 || u >= 1) throw new RangeError('u must be in [0, 1)');
  if (weights.some(w => w < 0)) throw new RangeError('negative weight');
  if (lastPositive(weights) < 0) return Math.floor(u * weights.length);
  return scan(weights, u * weights.reduce((a, b) => a + b));
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  const n = X.length;
  if (K < 1 || K > n) throw new RangeError('K must be 1 … n');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('row lengths differ');
  const first = [...X[Math.floor(random() * n)]];
  const centroids = [first];
  const d2 = nearestSquared(X, [first]);
  const total = d2.reduce((a, b) => a + b, 0);
  for (let k = 1; k < K; k++) {
    let i = scan(d2, random() * total);
    if (i < 0) i = Math.floor(random() * n);
    const c = [...X[i]];
    centroids.push(c);
    nearestSquared(X, [c]).forEach((v, m) => {
      if (v < d2[m]) d2[m] = v;
    });
  }
  return centroids;
}
