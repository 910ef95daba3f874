// Measures to the newest centroid alone, and keeps a set of the rows that are taken.
function sq(a: number[], b: number[]) {
  if (a.length !== b.length) throw new TypeError('lengths');
  let s = 0;
  for (const [j, v] of a.entries()) s += (v - b[j]) * (v - b[j]);
  return s;
}

export function nearestSquared(X: number[][], centroids: number[][]) {
  if (centroids.length < 1) throw new RangeError('centroids');
  for (const c of centroids) sq(c, centroids[0]);
  return X.map(x => centroids.reduce((best, c) => Math.min(best, sq(x, c)), Infinity));
}

export function pickWeighted(weights: number[], u: number) {
  if (weights.length < 1 || u < 0 || u >= 1) throw new RangeError('input');
  if (weights.some(w => w < 0)) throw new RangeError('weights below zero');
  const total = weights.reduce((s, w) => s + w, 0);
  if (!total) return Math.floor(u * weights.length);
  let acc = 0;
  const i = weights.findIndex(w => {
    acc += w;
    return acc > u * total;
  });
  return i < 0 ? weights.findLastIndex(w => w > 0) : i;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number) {
  if (K < 1 || K > X.length) throw new RangeError('K');
  for (const x of X) sq(x, X[0]);
  const taken = new Set<string>();
  let current = X[Math.floor(random() * X.length)];
  const result = [[...current]];
  taken.add(String(current));
  while (result.length < K) {
    const w = X.map(x => (taken.has(String(x)) ? 0 : sq(x, current)));
    current = X[pickWeighted(w, random())];
    taken.add(String(current));
    result.push([...current]);
  }
  return result;
}
