/**
 * Takes the weights off one by one until nothing is left; one random number is drawn per centroid,
 * all of them in advance.
 */
export function nearestSquared(X: number[][], centroids: number[][]) {
  if (centroids.length === 0) throw new RangeError('empty centroids');
  const dim = centroids[0].length;
  const check = (row: number[]) => {
    if (row.length !== dim) throw new TypeError(`row of ${row.length}, wanted ${dim}`);
  };
  centroids.forEach(check);
  const out = [];
  for (const point of X) {
    check(point);
    const [least] = centroids
      .map(c => point.reduce((acc, value, j) => acc + (value - c[j]) ** 2, 0))
      .sort((a, b) => a - b);
    out.push(least);
  }
  return out;
}

export function pickWeighted(weights: number[], u: number) {
  if (weights.length === 0) throw new RangeError('empty weights');
  if (u < 0 || 1 <= u) throw new RangeError('u out of range');
  let total = 0;
  let last = -1;
  for (const [i, w] of weights.entries()) {
    if (w < 0) throw new RangeError('negative weight');
    if (w > 0) last = i;
    total += w;
  }
  if (last < 0) {
    weights = weights.map(() => 1);
    total = weights.length;
    last = total - 1;
  }
  let left = u * total;
  for (let i = 0; i < last; i++) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return last;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number) {
  if (X.length < K || K < 1) throw new RangeError(`K = ${K}, n = ${X.length}`);
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('ragged X');
  const draws = Array.from({ length: K }, () => random()).reverse();
  let indices: number[] = [];
  for (const u of draws) {
    const weights = indices.length
      ? nearestSquared(X, indices.map(i => X[i])) // biome-ignore format: one line
      : X.map(() => 1);
    indices = [...indices, pickWeighted(weights, u)];
  }
  return indices.map(i => structuredCopy(X[i]));
}

function structuredCopy(row: number[]): number[] {
  return JSON.parse(JSON.stringify(row));
}
