// As scikit-learn does it: several candidates, of which the best is kept.
const sqdist = (a: number[], b: number[]) => {
  let t = 0;
  for (let j = 0; j < a.length; j++) t += (a[j] - b[j]) ** 2;
  return t;
};
const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (!centroids.length) throw new RangeError('centroids');
  const d = centroids[0].length;
  if (!X.every(x => x.length === d) || !centroids.every(c => c.length === d))
    throw new TypeError('dimensions');
  return X.map(x => Math.min(...centroids.map(c => sqdist(x, c))));
}

export function pickWeighted(weights: number[], u: number): number {
  if (!weights.length) throw new RangeError('weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  if (weights.some(w => w < 0)) throw new RangeError('negative');
  const total = sum(weights);
  if (total === 0) return Math.floor(u * weights.length);
  let c = 0;
  for (const [i, w] of weights.entries()) {
    c += w;
    if (c > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('X');
  const trials = 2 + Math.floor(Math.log(K));
  const chosen = [[...X[Math.floor(random() * X.length)]]];
  while (chosen.length < K) {
    const nearest = nearestSquared(X, chosen);
    const candidates = Array.from({ length: trials }, () => pickWeighted(nearest, random()));
    const costs = candidates.map(i => sum(nearest.map((w, r) => Math.min(w, sqdist(X[r], X[i])))));
    chosen.push([...X[candidates[costs.indexOf(Math.min(...costs))]]]);
  }
  return chosen;
}
