// Draws the first centroid only where it is the only one; otherwise it is the point farthest from the mean.
const apart = (a: number[], b: number[]) => {
  let s = 0;
  for (let j = 0; j < a.length; j++) s += (a[j] - b[j]) ** 2;
  return s;
};

function even(rows: number[][], name: string) {
  for (const row of rows) {
    if (row.length !== rows[0].length) throw new TypeError(`${name}: rows of unlike length`);
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('nearestSquared: no centroids');
  even([...centroids, ...X], 'nearestSquared');
  return X.map(x => {
    const sorted = centroids.map(c => apart(x, c)).sort((a, b) => a - b);
    return sorted[0];
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || u < 0 || u >= 1) throw new RangeError('pickWeighted: input');
  if (weights.some(w => w < 0)) throw new RangeError('pickWeighted: negative');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    if (sum > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('kMeansPlusPlus: K');
  even(X, 'kMeansPlusPlus');
  if (K === 1) return [X[Math.floor(random() * X.length)].slice()];
  const mean = X[0].map((_, j) => X.reduce((s, x) => s + x[j] / X.length, 0));
  const edge = X.map(x => apart(x, mean));
  const result = [X[edge.indexOf(Math.max(...edge))].slice()];
  while (result.length < K) {
    const weights = nearestSquared(X, result);
    result.push(X[pickWeighted(weights, random())].slice());
  }
  return result;
}
