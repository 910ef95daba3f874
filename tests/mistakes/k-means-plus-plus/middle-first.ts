// Begins with the point nearest to the mean of all.
const square = (a: number[], b: number[]) => a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
const straight = (rows: number[][]) => {
  if (rows.some(row => row.length !== rows[0].length)) throw new TypeError('crooked');
};

export const nearestSquared = (X: number[][], centroids: number[][]): number[] => {
  if (centroids.length === 0) throw new RangeError('none');
  straight([...centroids, ...X]);
  return X.map(x => Math.min(...centroids.map(c => square(c, x))));
};

export const pickWeighted = (weights: number[], u: number): number => {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (!(u >= 0 && u < 1)) throw new RangeError('u');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let s = 0;
  const i = weights.findIndex(w => {
    s += w;
    return s > u * total;
  });
  return i < 0 ? weights.findLastIndex(w => w > 0) : i;
};

export const kMeansPlusPlus = (X: number[][], K: number, random: () => number): number[][] => {
  if (K < 1 || K > X.length) throw new RangeError('K');
  straight(X);
  const mean = X[0].map((_, j) => X.reduce((s, x) => s + x[j], 0) / X.length);
  const far = X.map(x => square(x, mean));
  const out = [[...X[far.indexOf(Math.min(...far))]]];
  while (out.length < K) out.push([...X[pickWeighted(nearestSquared(X, out), random())]]);
  return out;
};
