// Distances from |x|² − 2 x·c + |c|², never below 0; picks by comparing shares rather than sums.
const dot = (a: number[], b: number[]) => a.reduce((s, v, j) => s + v * b[j], 0);

function sameWidth(...matrices: number[][][]) {
  const rows = matrices.flat();
  if (!rows.every(r => r.length === rows[0].length)) throw new TypeError('widths');
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  sameWidth(X, centroids);
  const norms = centroids.map(c => dot(c, c));
  return X.map(x => {
    const own = dot(x, x);
    return centroids.reduce((least, c, k) => {
      return Math.min(least, Math.max(0, own - 2 * dot(x, c) + norms[k]));
    }, Infinity);
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (!(u >= 0 && u < 1) || weights.length === 0) throw new RangeError('u or weights');
  if (weights.some(w => w < 0)) throw new RangeError('weights');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let share = 0;
  let candidate = 0;
  for (let i = 0; i < weights.length && share <= u; i++) {
    if (weights[i] > 0) candidate = i;
    share += weights[i] / total;
  }
  return candidate;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1) throw new RangeError('K < 1');
  if (K > X.length) throw new RangeError('K > n');
  sameWidth(X);
  const step = (centroids: number[][]): number[][] => {
    if (centroids.length >= K) return centroids;
    const weights = centroids.length > 0 ? nearestSquared(X, centroids) : X.map(() => 0);
    return step([...centroids, [...X[pickWeighted(weights, random())]]]);
  };
  return step([]);
}
