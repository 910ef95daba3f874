// Keeps the list of nearest distances outside the call and only starts anew when n changes.
let nearest: number[] = [];

function distance(a: number[], b: number[]) {
  return a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
}

function check(rows: number[][]) {
  if (rows.some(r => r.length !== rows[0].length)) throw new TypeError('rows');
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  check([...centroids, ...X]);
  return X.map(x => Math.min(...centroids.map(c => distance(x, c))));
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || u < 0 || u >= 1) throw new RangeError('in');
  if (weights.some(w => w < 0)) throw new RangeError('in');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let s = 0;
  for (let i = 0; i < weights.length; i++) {
    s += weights[i];
    if (s > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  check(X);
  if (nearest.length !== X.length) nearest = X.map(() => Infinity);
  const out: number[][] = [];
  let i = Math.floor(random() * X.length);
  for (;;) {
    const c = [...X[i]];
    out.push(c);
    if (out.length === K) return out;
    nearest = nearest.map((w, r) => Math.min(w, distance(X[r], c)));
    i = pickWeighted(nearest, random());
  }
}
