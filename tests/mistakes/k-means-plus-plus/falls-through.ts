// Subtracts weight by weight; where rounding leaves a crumb, the very last index is taken, weight or not.
function d2(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('mismatch');
  return a.reduce((s, _, j) => s + (a[j] - b[j]) * (a[j] - b[j]), 0);
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (!centroids.length) throw new RangeError('no centroids');
  centroids.map(c => d2(c, centroids[0]));
  return X.map(x => Math.min(...centroids.map(c => d2(x, c))));
}

export function pickWeighted(weights: number[], u: number): number {
  if (!weights.length) throw new RangeError('no weights');
  if (!(u >= 0 && u < 1)) throw new RangeError('u');
  if (weights.some(w => w < 0)) throw new RangeError('w < 0');
  const total = weights.reduce((a, b) => a + b);
  if (total === 0) return Math.floor(u * weights.length);
  let r = u * total;
  for (let i = 0; i < weights.length; i++) {
    r -= weights[i];
    if (r < 0) return i;
  }
  return weights.length - 1;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || X.length < K) throw new RangeError('K');
  X.map(x => d2(x, X[0]));
  const centroids = [X[Math.floor(random() * X.length)]];
  for (let k = 1; k < K; k++)
    centroids.push(X[pickWeighted(nearestSquared(X, centroids), random())]);
  return centroids.map(c => [...c]);
}
