// Plain nested loops, one running array of nearest distances, one random number per pick.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('no centroids');
  const d = centroids[0].length;
  for (const c of centroids) if (c.length !== d) throw new TypeError('centroids differ in length');
  for (const x of X)
    if (x.length !== d) throw new TypeError('points and centroids differ in length');
  const out: number[] = [];
  for (let i = 0; i < X.length; i++) {
    let best = Infinity;
    for (let k = 0; k < centroids.length; k++) {
      let s = 0;
      for (let j = 0; j < d; j++) {
        const t = X[i][j] - centroids[k][j];
        s += t * t;
      }
      if (s < best) best = s;
    }
    out.push(best);
  }
  return out;
}

export function pickWeighted(weights: number[], u: number): number {
  const n = weights.length;
  if (n === 0) throw new RangeError('no weights');
  if (u < 0 || u >= 1) throw new RangeError('u must be in [0, 1)');
  let total = 0;
  let last = -1;
  for (let i = 0; i < n; i++) {
    if (weights[i] < 0) throw new RangeError('negative weight');
    if (weights[i] > 0) last = i;
    total += weights[i];
  }
  if (last < 0) return Math.floor(u * n);
  const bar = u * total;
  let cum = 0;
  for (let i = 0; i < n; i++) {
    cum += weights[i];
    if (cum > bar) return i;
  }
  return last;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  const n = X.length;
  if (K < 1 || K > n) throw new RangeError('K must be 1 … n');
  for (let i = 1; i < n; i++) if (X[i].length !== X[0].length) throw new TypeError('ragged X');
  const nearest: number[] = new Array(n).fill(Infinity);
  const isNew: number[] = new Array(n).fill(1); // 1 while the point differs from every centroid
  const result: number[][] = [];
  let pick = Math.floor(random() * n);
  for (;;) {
    const c = X[pick].slice();
    result.push(c);
    if (result.length >= K) return result;
    let any = false;
    for (let i = 0; i < n; i++) {
      let s = 0;
      let same = true;
      for (let j = 0; j < c.length; j++) {
        const t = X[i][j] - c[j];
        if (t !== 0) same = false;
        s += t * t;
      }
      if (same) isNew[i] = 0;
      if (s < nearest[i]) nearest[i] = s;
      if (nearest[i] > 0) any = true;
    }
    // squares of very small differences may have become 0: then any point that is still new
    pick = pickWeighted(any ? nearest : isNew, random());
  }
}
